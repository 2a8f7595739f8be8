/** SQLite: migrations, journal, workspace, trust table; implements core's ports. */
@org.jspecify.annotations.NullMarked
module org.ronron.store {
    requires transitive org.ronron.core;
    requires java.sql;
    requires flyway.core;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports org.ronron.store;

    opens db.migration;
}
