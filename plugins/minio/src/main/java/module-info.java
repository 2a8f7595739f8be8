/** The minio connector. */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.minio {
    requires org.ronron.lent;
    requires minio;
    requires minio.admin;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.minio.MinioConnector;
}
