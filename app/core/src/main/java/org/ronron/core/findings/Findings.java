package org.ronron.core.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ronron.core.model.Finding;

/** Puts findings in the order in which a person should meet them. */
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(Finding::subject)
                    .thenComparing(Finding::kind);

    private Findings() {}

    /** Worst first; one cause once. */
    public static List<Finding> inOrder(Collection<Finding> found) {
        return found.stream().distinct().sorted(WORST_FIRST).toList();
    }
}
