-- The server that answers, named as we reach it, then the replicas that it sends to. A copy under way (pg_basebackup) is none.
SELECT
    ?::text AS key,
    ?::text AS name,
    host(inet_server_addr()) AS address,
    'UP' AS reach,
    CASE WHEN pg_is_in_recovery() THEN 'replica' ELSE 'primary' END AS role,
    NULL AS sync,
    NULL::bigint AS lag,
    NULL::bigint AS seconds
UNION ALL
SELECT *
FROM (
    SELECT
        concat('replica:', application_name, '@', coalesce(host(client_addr), 'local')),
        coalesce(nullif(client_hostname, ''), application_name),
        host(client_addr),
        CASE WHEN state = 'streaming' THEN 'UP' ELSE 'UNKNOWN' END,
        'replica',
        sync_state,
        greatest(0, pg_wal_lsn_diff(
            CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
            replay_lsn))::bigint,
        extract(epoch FROM replay_lag)::bigint
    FROM pg_stat_replication
    WHERE application_name !~ '^pg_'
    ORDER BY application_name, client_addr
) AS replicas
