/** main(), the composition root. */
@org.jspecify.annotations.NullMarked
module org.ronron.launcher {
    requires org.ronron.core;
    requires org.ronron.store;
    requires org.ronron.transport;
    requires org.ronron.ui;
    requires org.ronron.cli;
    requires org.ronron.practice;
    requires org.ronron.resources;
    requires ch.qos.logback.classic;
    requires org.slf4j;
    requires java.management;
    requires static org.jspecify;

    opens org.ronron.launcher to
            info.picocli;

    uses org.ronron.api.Connector;
}
