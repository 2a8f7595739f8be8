package org.ronron.ui.pages.spaces;

import java.util.Locale;
import org.ronron.api.LinkFact.Health;

/** Which spaces are shown. */
enum Filter {
    ALL,
    /** What somebody should look at. */
    LOOK,
    OFF;

    boolean passes(Health health) {
        return switch (this) {
            case ALL -> true;
            case LOOK -> health != Health.FINE && health != Health.OFF;
            case OFF -> health == Health.OFF;
        };
    }

    String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
