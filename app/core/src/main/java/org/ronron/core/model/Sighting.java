package org.ronron.core.model;

import java.util.List;
import java.util.Locale;
import org.ronron.api.NodeFact;

/**
 * One machine as one endpoint sees it.
 *
 * @param fresh whether the endpoint answered lately
 */
record Sighting(Heard by, NodeFact fact, boolean fresh) {

    /** The name in lower case; empty when it is none (an address, localhost). */
    String name() {
        String name = fact.name().strip().toLowerCase(Locale.ROOT);
        boolean none = name.equals("localhost") || Addresses.isAddress(name);
        return none ? "" : name;
    }

    /** The name up to its first dot. */
    String label() {
        String name = name();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    String endpoint() {
        return by.row().id();
    }

    /** The addresses that tell something, each in one spelling. */
    List<String> addresses() {
        return fact.addresses().stream()
                .flatMap(a -> Addresses.telling(a).stream())
                .distinct()
                .toList();
    }
}
