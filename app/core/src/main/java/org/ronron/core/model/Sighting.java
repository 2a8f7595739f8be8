package org.ronron.core.model;

import java.util.List;
import java.util.Locale;
import org.ronron.api.NodeFact;

/**
 * One machine as one endpoint sees it. What it is called and where it is reached is worked out
 * once: thousands of them are compared with each other.
 */
final class Sighting {
    private final Heard by;
    private final NodeFact fact;
    private final boolean fresh;
    private final String name;
    private final String label;
    private final List<String> addresses;

    /**
     * @param fresh whether the endpoint answered lately
     */
    Sighting(Heard by, NodeFact fact, boolean fresh) {
        this.by = by;
        this.fact = fact;
        this.fresh = fresh;
        String said = fact.name().strip().toLowerCase(Locale.ROOT);
        boolean none = said.equals("localhost") || Addresses.isAddress(said);
        name = none ? "" : said;
        int dot = name.indexOf('.');
        label = dot < 0 ? name : name.substring(0, dot);
        addresses =
                fact.addresses().stream()
                        .flatMap(a -> Addresses.telling(a).stream())
                        .distinct()
                        .toList();
    }

    Heard by() {
        return by;
    }

    NodeFact fact() {
        return fact;
    }

    boolean fresh() {
        return fresh;
    }

    /** The name in lower case; empty when it is none (an address, localhost). */
    String name() {
        return name;
    }

    /** The name up to its first dot. */
    String label() {
        return label;
    }

    String endpoint() {
        return by.row().id();
    }

    /** The addresses that tell something, each in one spelling. */
    List<String> addresses() {
        return addresses;
    }
}
