/** The window's texts, style sheets, icons, fonts and the sample collectives. */
@org.jspecify.annotations.NullMarked
module org.ronron.resources {
    requires static org.jspecify;
    requires transitive org.ronron.api;

    exports org.ronron.resources;
}
