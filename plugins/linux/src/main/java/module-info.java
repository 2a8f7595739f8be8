/** The connector for a Linux machine, read over SSH. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.linux {
    requires org.ronron.api;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.linux.LinuxConnector;
}
