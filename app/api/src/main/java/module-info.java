/** What a connector's author sees: records, capabilities, {@code Shell}, {@code Http}. */
@org.jspecify.annotations.NullMarked
module org.ronron.api {
    requires static transitive org.jspecify;

    exports org.ronron.api;
}
