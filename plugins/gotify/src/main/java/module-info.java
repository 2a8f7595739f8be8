/** The connector for Gotify: notices that are sent and received. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.gotify {
    requires org.ronron.lent;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.gotify.GotifyConnector;
}
