/** The nomad connector. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.nomad {
    requires org.ronron.api;
    requires org.ronron.layout;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.nomad.NomadConnector;
}
