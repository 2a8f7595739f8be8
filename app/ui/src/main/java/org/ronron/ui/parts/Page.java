package org.ronron.ui.parts;

import javafx.scene.layout.Region;
import org.ronron.core.desk.DeskState;

/** One page of the window. All methods are called on the FX thread. */
public interface Page {
    /** Stable name, also of its texts: {@code page.<id>} is its title. */
    String id();

    /** Literal of its icon in the rail. */
    String icon();

    Region view();

    /** Draws this state; called for each new one while the page is shown, and when it is opened. */
    void show(DeskState state);

    /** Whether it has anything to show or to do, and so a place in the rail. */
    default boolean offered(DeskState state) {
        return true;
    }

    /** A figure to stand beside its name in the rail; 0 for none. */
    default int badge(DeskState state) {
        return 0;
    }

    /** Whether that figure only counts, and calls for nobody. */
    default boolean badgeIsQuiet() {
        return false;
    }
}
