/** status, check and the other commands. */
@org.jspecify.annotations.NullMarked
module org.ronron.cli {
    requires transitive org.ronron.core;
    requires org.ronron.resources;
    requires info.picocli;
    requires static org.jspecify;
}
