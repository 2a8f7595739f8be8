/** Work that a machine does by itself, under a receipt. */
@org.jspecify.annotations.NullMarked
module org.ronron.receipt {
    requires transitive org.ronron.api;
    requires static org.jspecify;

    exports org.ronron.receipt;
}
