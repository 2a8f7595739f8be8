package org.ronron.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Severity;

/**
 * Where a machine stands: a system's word if one has it, else ours, else nowhere yet.
 *
 * @param findings what contradicts it
 */
record Placed(String zone, boolean byHand, List<Finding> findings) {

    static Placed of(String node, List<Sighting> group, Optional<String> word) {
        Optional<String> hand = word.filter(z -> !z.isBlank());
        List<Sighting> words =
                group.stream()
                        .filter(s -> s.fact().zone().filter(z -> !z.isBlank()).isPresent())
                        .sorted((a, b) -> Boolean.compare(b.fresh(), a.fresh()))
                        .toList();
        if (words.isEmpty()) {
            return new Placed(hand.orElse(""), hand.isPresent(), List.of());
        }
        Sighting first = words.getFirst();
        String zone = zone(first);
        List<Finding> findings = new ArrayList<>();
        for (Sighting other : words) {
            if (!zone(other).equalsIgnoreCase(zone)) {
                findings.add(contradiction(node, first, other));
            }
        }
        hand.filter(h -> !h.equalsIgnoreCase(zone))
                .ifPresent(h -> findings.add(unlikeOurWord(node, first, h)));
        return new Placed(zone, false, findings);
    }

    private static String zone(Sighting sighting) {
        return sighting.fact().zone().orElse("").strip();
    }

    private static Finding contradiction(String node, Sighting one, Sighting other) {
        return new Finding(
                "zone-contradiction",
                "",
                Severity.WARN,
                node,
                Map.of(
                        "node", node,
                        "endpoint", one.by().row().name(),
                        "zone", zone(one),
                        "other", other.by().row().name(),
                        "otherZone", zone(other)));
    }

    private static Finding unlikeOurWord(String node, Sighting system, String hand) {
        return new Finding(
                "zone-by-hand",
                "",
                Severity.INFO,
                node,
                Map.of(
                        "node",
                        node,
                        "endpoint",
                        system.by().row().name(),
                        "zone",
                        zone(system),
                        "hand",
                        hand));
    }
}
