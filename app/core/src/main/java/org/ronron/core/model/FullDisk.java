package org.ronron.core.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.NodeFact;
import org.ronron.api.Severity;

/** The fullest disk that any system tells of a machine, once, unless a connector says it itself. */
final class FullDisk {
    /** A connector's finding of this kind about a machine says all that is said here. */
    private static final String KIND = "disk-full";

    private static final double FULL = 0.90;
    private static final double NO_ROOM = 0.97;

    private FullDisk() {}

    /**
     * @param said what connectors found of this machine
     */
    static Optional<Finding> of(String node, List<Sighting> group, Collection<Finding> said) {
        if (said.stream().anyMatch(f -> f.kind().equals(KIND))) {
            return Optional.empty();
        }
        return group.stream()
                .filter(Sighting::fresh)
                .filter(s -> used(s.fact()) > FULL)
                .max(Comparator.comparing(s -> used(s.fact())))
                .map(s -> finding(node, s));
    }

    private static double used(NodeFact fact) {
        if (fact.disk().isEmpty() || fact.diskFree().isEmpty() || fact.disk().getAsLong() <= 0) {
            return 0;
        }
        return 1 - (double) fact.diskFree().getAsLong() / fact.disk().getAsLong();
    }

    private static Finding finding(String node, Sighting seen) {
        double used = used(seen.fact());
        Map<String, String> details = new HashMap<>();
        details.put("node", node);
        details.put("endpoint", seen.by().row().name());
        details.put("percent", Long.toString((long) Math.floor(used * 100)));
        details.put("freeBytes", Long.toString(seen.fact().diskFree().orElse(0)));
        Severity severity = used >= NO_ROOM ? Severity.ERROR : Severity.WARN;
        return new Finding("disk-full", "", severity, node, details);
    }
}
