/** The charon connector. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.charon {
    requires org.ronron.api;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.charon.CharonConnector;
}
