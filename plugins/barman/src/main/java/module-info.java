/** The connector for Barman, over SSH. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.barman {
    requires org.ronron.api;
    requires org.ronron.receipt;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.barman.BarmanConnector;
}
