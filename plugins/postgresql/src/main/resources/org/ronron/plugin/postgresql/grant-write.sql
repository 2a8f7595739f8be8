CREATE ROLE ronron_write LOGIN CREATEROLE CREATEDB;
GRANT pg_read_all_stats TO ronron_write;
\password ronron_write
