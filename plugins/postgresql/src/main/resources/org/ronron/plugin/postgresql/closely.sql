-- One database. Its size is told to who may connect to it or read statistics.
SELECT
    d.datname AS name,
    d.datallowconn AS open,
    o.rolname AS owner,
    substring(shobj_description(d.datdba, 'pg_authid') FROM '^ronron:([a-z0-9]+)$') AS mark,
    CASE
        WHEN has_database_privilege(d.oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE')
            THEN pg_database_size(d.oid)
    END AS "sizeBytes",
    (SELECT numbackends FROM pg_stat_database s WHERE s.datid = d.oid) AS connections,
    (SELECT to_char(max(greatest(a.query_start, a.state_change)) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')
        FROM pg_stat_activity a WHERE a.datid = d.oid) AS active
FROM pg_database d
LEFT JOIN pg_roles o ON o.oid = d.datdba
WHERE NOT d.datistemplate AND d.datname = ?
