-- What would go with the database that is connected to. Large objects belong to no table.
SELECT
    (SELECT count(*)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
    + (SELECT count(*) FROM pg_largeobject_metadata) AS held
