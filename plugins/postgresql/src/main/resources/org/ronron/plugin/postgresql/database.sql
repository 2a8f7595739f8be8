-- A database, and the comment of its owner.
SELECT o.rolname AS owner, shobj_description(o.oid, 'pg_authid') AS comment
FROM pg_database d
JOIN pg_roles o ON o.oid = d.datdba
WHERE d.datname = ?
