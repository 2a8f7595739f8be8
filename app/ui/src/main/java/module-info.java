/** The window: pages, view models, and the one bridge to the FX thread. */
@org.jspecify.annotations.NullMarked
module org.ronron.ui {
    requires transitive org.ronron.core;
    requires transitive org.ronron.resources;
    requires transitive javafx.controls;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires static org.jspecify;

    exports org.ronron.ui.pages;
    exports org.ronron.ui.parts;
    exports org.ronron.ui.topology.map;
    exports org.ronron.ui.window;
}
