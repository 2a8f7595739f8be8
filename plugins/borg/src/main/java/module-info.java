/** The connector for Borg with borgmatic's configuration, over SSH. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.borg {
    requires org.ronron.api;
    requires org.ronron.receipt;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.borg.BorgConnector;
}
