CREATE ROLE {name} LOGIN PASSWORD {password};
COMMENT ON ROLE {name} IS {comment};
