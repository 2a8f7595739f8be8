-- Every database that may be of a space, in one pass over small catalogues.
SELECT
    d.datname AS name,
    d.datallowconn AS open,
    o.rolname AS owner,
    substring(c.description FROM '^ronron:([a-z0-9]+)$') AS mark
FROM pg_database d
LEFT JOIN pg_roles o ON o.oid = d.datdba
LEFT JOIN pg_shdescription c ON c.objoid = d.datdba AND c.classoid = 'pg_authid'::regclass
WHERE NOT d.datistemplate AND d.datname <> 'postgres'
ORDER BY d.datname
