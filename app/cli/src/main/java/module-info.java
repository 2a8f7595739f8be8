/** status, check and the other commands. */
@org.jspecify.annotations.NullMarked
module org.ronron.cli {
    requires transitive org.ronron.core;
    requires transitive org.ronron.resources;
    requires transitive info.picocli;
    requires static org.jspecify;

    exports org.ronron.cli;

    opens org.ronron.cli to
            info.picocli;
}
