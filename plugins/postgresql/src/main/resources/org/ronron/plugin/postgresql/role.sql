-- A role, and the comment that says whether it is ours.
SELECT rolname AS owner, shobj_description(oid, 'pg_authid') AS comment
FROM pg_roles
WHERE rolname = ?
