-- What needs a person: kind, weight, and the values of its text. $1: whether Pgpool-II spreads reads over the replicas.
WITH asked AS (
    SELECT
        ?::boolean AS pooled,
        pg_is_in_recovery() AS replica,
        current_setting('synchronous_standby_names') AS standbys,
        current_setting('synchronous_commit') AS commit
), replicas AS (
    SELECT
        coalesce(nullif(client_hostname, ''), application_name) AS name,
        sync_state AS sync,
        coalesce(pg_wal_lsn_diff(
            CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
            replay_lsn)::bigint, 0) AS lag,
        coalesce(extract(epoch FROM replay_lag)::bigint, 0) AS seconds
    FROM pg_stat_replication
    WHERE application_name !~ '^pg_'
)
-- Every change waits for a replica that is not there.
SELECT 'waits' AS kind, 'ERROR' AS weight, standbys, NULL AS commit, NULL AS replica, NULL::bigint AS lag, NULL::bigint AS seconds
FROM asked
WHERE standbys <> '' AND commit NOT IN ('off', 'local') AND NOT replica
    AND NOT EXISTS (SELECT FROM replicas WHERE sync IN ('sync', 'quorum'))
UNION ALL
SELECT 'alone', 'ERROR', NULL, NULL, NULL, NULL, NULL
FROM asked
WHERE replica AND NOT EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming')
UNION ALL
SELECT 'gone', 'ERROR', NULL, NULL, slot_name, NULL, NULL
FROM pg_replication_slots
WHERE slot_type = 'physical' AND NOT active AND NOT temporary AND restart_lsn IS NOT NULL
UNION ALL
-- 64 MiB or 30 s: more than a busy farm writes in a breath.
SELECT 'lag', 'WARN', NULL, NULL, name, lag / 1048576, seconds
FROM replicas
WHERE lag > 67108864 OR seconds > 30
UNION ALL
SELECT 'async', CASE WHEN pooled THEN 'WARN' ELSE 'INFO' END, NULL, NULL, name, NULL, NULL
FROM replicas, asked
WHERE sync = 'async'
UNION ALL
-- A replica that has received a change may not show it yet, unless it is waited for until it has applied it.
SELECT 'apply', CASE WHEN pooled THEN 'WARN' ELSE 'INFO' END, NULL, commit, NULL, NULL, NULL
FROM asked
WHERE commit <> 'remote_apply' AND EXISTS (SELECT FROM replicas WHERE sync IN ('sync', 'quorum'))
ORDER BY kind, replica
