/** The connector for HAProxy, reached over SSH and asked by its runtime API. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.haproxy {
    requires org.ronron.api;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.haproxy.HaproxyConnector;
}
