DROP ROLE {name};
