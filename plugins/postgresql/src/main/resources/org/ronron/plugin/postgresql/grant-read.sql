CREATE ROLE ronron_read LOGIN;
GRANT pg_read_all_stats TO ronron_read;
\password ronron_read
