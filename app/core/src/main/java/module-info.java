/** The collective and its rules. */
@org.jspecify.annotations.NullMarked
module org.ronron.core {
    requires transitive org.ronron.api;
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports org.ronron.core.json;
    exports org.ronron.core.port;
    exports org.ronron.core.model;
    exports org.ronron.core.plan;
    exports org.ronron.core.engine;
    exports org.ronron.core.findings;
    exports org.ronron.core.hosts;
    exports org.ronron.core.desk;

    uses org.ronron.api.Connector;
}
