/** The linux connector. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.linux {
    requires org.ronron.api;
    requires static org.jspecify;
}
