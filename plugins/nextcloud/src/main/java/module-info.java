/** The connector for a farm of Nextclouds on a web host, over SSH. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.nextcloud {
    requires org.ronron.api;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.nextcloud.NextcloudConnector;
}
