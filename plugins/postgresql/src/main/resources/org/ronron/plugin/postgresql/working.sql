-- What a broken line of ours has left at work: a long CREATE DATABASE, a COMMIT that waits for a replica.
SELECT pid
FROM pg_stat_activity
WHERE application_name = 'ronron ' || ? AND state = 'active' AND pid <> pg_backend_pid()
