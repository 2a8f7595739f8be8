package org.ronron.ui.pages.spaces;

import java.util.Locale;
import java.util.Set;
import org.ronron.api.LinkFact.Health;
import org.ronron.core.model.Space;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** How a space or a part of it is, as shape and word. */
record HealthWords(Mark mark, String word) {
    /** Of a whole space; what was only heard of systems that are silent now is old. */
    static HealthWords of(Texts texts, Space space, Set<String> silent) {
        Health health = space.health();
        boolean old =
                health == Health.FINE
                        && space.links().stream().anyMatch(l -> silent.contains(l.endpointId()));
        return old
                ? new HealthWords(Mark.UNKNOWN, texts.get("spaces.health.old"))
                : new HealthWords(mark(health), texts.get("spaces.health." + lower(health)));
    }

    /** Of one part. */
    static HealthWords of(Texts texts, Health health, boolean stale) {
        return stale
                ? new HealthWords(Mark.UNKNOWN, texts.get("spaces.health.old"))
                : new HealthWords(mark(health), texts.get("spaces.part." + lower(health)));
    }

    static Mark mark(Health health) {
        return switch (health) {
            case FINE -> Mark.FINE;
            case ATTENTION -> Mark.ATTENTION;
            case WRONG -> Mark.WRONG;
            case OFF -> Mark.OFF;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    static String lower(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }
}
