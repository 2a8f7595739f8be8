/** The postgresql connector. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.postgresql {
    requires org.ronron.api;
    requires org.postgresql.jdbc;
    requires java.sql;
    requires static org.jspecify;

    // pgjdbc makes what it is handed by the names of the classes
    opens org.ronron.plugin.postgresql to
            org.postgresql.jdbc;

    provides org.ronron.api.Connector with
            org.ronron.plugin.postgresql.PostgresqlConnector;
}
