/**
 * Where the copies of a cluster's data lie and where services find room, and what moving nodes
 * between zones does to them.
 */
@org.jspecify.annotations.NullMarked
module org.ronron.layout {
    requires transitive org.ronron.api;
    requires static org.jspecify;

    exports org.ronron.layout;
    exports org.ronron.layout.buckets;
    exports org.ronron.layout.roles;
    exports org.ronron.layout.work;
}
