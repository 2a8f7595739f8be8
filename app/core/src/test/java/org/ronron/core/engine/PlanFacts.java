package org.ronron.core.engine;

import java.util.List;
import java.util.Map;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Totals;

/** Pictures for the engine's tests. */
final class PlanFacts {
    private PlanFacts() {}

    static Collective nothing() {
        return new Collective(
                Rig.COLLECTIVE,
                "Ours",
                "own",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }
}
