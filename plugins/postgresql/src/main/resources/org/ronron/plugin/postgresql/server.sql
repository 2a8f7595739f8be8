-- One row: the server that answers, and who we are there. $1 is who writes: what roles may do, everybody may read.
SELECT
    regexp_replace(current_setting('server_version'), ' .*', '') AS version,
    current_setting('server_version_num')::int >= 130000 AS known,
    current_setting('synchronous_standby_names') AS standbys,
    current_setting('synchronous_commit') AS commit,
    current_user AS login,
    EXISTS (SELECT FROM pg_roles WHERE rolsuper AND rolname IN (current_user, ?)) AS excessive,
    concat_ws(
        ',',
        CASE WHEN NOT may.roles THEN 'role.create' END,
        CASE WHEN NOT may.roles THEN 'role.remove' END,
        CASE WHEN NOT may.databases THEN 'database.create' END,
        CASE WHEN NOT may.roles AND NOT may.databases THEN 'database.remove' END) AS forbidden
FROM (
    SELECT
        coalesce(bool_or(rolsuper OR rolcreaterole), false) AS roles,
        coalesce(bool_or(rolsuper OR rolcreatedb), false) AS databases
    FROM pg_roles
    WHERE rolname = ?
) AS may
