package org.ronron.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.api.Severity;

/**
 * Whether the systems that name a machine reach the same one: two that call it by one name and
 * reach it at public addresses of different networks may well speak of two machines.
 */
final class Reached {
    /** Hexadecimal digits of an IPv4 address; an IPv6 network has more. */
    private static final int V4 = 8;

    private Reached() {}

    static List<Finding> contradictions(String node, List<Sighting> group) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (Sighting other : group.subList(i + 1, group.size())) {
                contradiction(node, group.get(i), other).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Finding> contradiction(String node, Sighting one, Sighting other) {
        if (!Collections.disjoint(one.addresses(), other.addresses())) {
            return Optional.empty();
        }
        boolean apart = apart(one, other, true) || apart(one, other, false);
        boolean together = together(one, other);
        return apart && !together
                ? Optional.of(
                        new Finding(
                                "address-contradiction",
                                "",
                                Severity.WARN,
                                node,
                                Map.of(
                                        "node", node,
                                        "endpoint", one.by().row().name(),
                                        "address", String.join(", ", one.addresses()),
                                        "other", other.by().row().name(),
                                        "otherAddress", String.join(", ", other.addresses()))))
                : Optional.empty();
    }

    private static boolean apart(Sighting one, Sighting other, boolean v4) {
        Set<String> here = networks(one, v4);
        Set<String> there = networks(other, v4);
        return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
    }

    private static boolean together(Sighting one, Sighting other) {
        return !Collections.disjoint(networks(one, true), networks(other, true))
                || !Collections.disjoint(networks(one, false), networks(other, false));
    }

    private static Set<String> networks(Sighting sighting, boolean v4) {
        return sighting.addresses().stream()
                .flatMap(a -> Addresses.global(a).stream())
                .filter(network -> network.length() == V4 == v4)
                .collect(Collectors.toSet());
    }
}
