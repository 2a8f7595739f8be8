package org.ronron.core.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;

/**
 * Which machine of the topology a name or an address means. What could be two machines is none: who
 * asks would else take one machine's backup for another's.
 */
final class Whereabouts {
    private static final Set<String> ITSELF = Set.of("localhost", "127.0.0.1", "::1");

    private final Map<String, Set<Node>> known = new HashMap<>();

    /** Names without a domain, which a longer one may mean as well. */
    private final Map<String, Set<Node>> bare = new HashMap<>();

    /** By endpoint, the machines that it tells of. */
    private final Map<String, Set<Node>> told = new HashMap<>();

    private final Map<String, Heard> heard = new HashMap<>();

    Whereabouts(List<Node> nodes, Collection<Heard> said) {
        Map<String, NodeFact> facts = new HashMap<>();
        for (Heard h : said) {
            heard.put(h.row().id(), h);
            for (NodeFact fact : h.last().map(Observation::nodes).orElse(List.of())) {
                facts.put(h.row().id() + "/" + fact.key(), fact);
            }
        }
        for (Node node : nodes) {
            named(node.name(), node);
            for (Node.Presence presence : node.presences()) {
                add(told, presence.endpointId(), node);
                NodeFact fact = facts.get(presence.endpointId() + "/" + presence.key());
                if (fact != null) {
                    named(fact.name(), node);
                    fact.addresses().forEach(a -> named(a, node));
                }
            }
        }
        // who tells of one machine is asked on that machine, where no other has this name
        told.forEach(
                (endpoint, machines) -> {
                    Heard by = heard.get(endpoint);
                    if (by != null && machines.size() == 1) {
                        asked(by)
                                .filter(h -> machine(h, "").isEmpty())
                                .ifPresent(h -> named(h, machines.iterator().next()));
                    }
                });
    }

    private void named(String name, Node node) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (Addresses.isAddress(text)) {
            Addresses.telling(text).ifPresent(a -> add(known, a, node));
        } else if (!text.isEmpty() && !ITSELF.contains(text)) {
            add(known, text, node);
            add(text.contains(".") ? known : bare, label(text), node);
        }
    }

    /** The host at which we ask it. */
    private static Optional<String> asked(Heard by) {
        return ServiceAddress.of(by.row()).stream().findFirst().map(ServiceAddress::host);
    }

    private static void add(Map<String, Set<Node>> to, String name, Node node) {
        to.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(node);
    }

    private static String label(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /**
     * The machine; empty when none or more than one may be meant.
     *
     * @param by the endpoint that says it: to it, {@code localhost} is its own machine
     */
    Optional<Node> machine(String name, String by) {
        String text = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        if (ITSELF.contains(text)) {
            return home(by);
        }
        if (Addresses.isAddress(text)) {
            return Addresses.telling(text).flatMap(a -> only(known, a));
        }
        return only(known, text)
                .or(() -> text.contains(".") ? only(bare, label(text)) : Optional.empty());
    }

    /** The machine on which an endpoint is asked. */
    Optional<Node> home(String endpoint) {
        return Optional.ofNullable(heard.get(endpoint))
                .flatMap(Whereabouts::asked)
                .filter(h -> !ITSELF.contains(h))
                .flatMap(h -> machine(h, endpoint))
                .or(() -> only(told, endpoint));
    }

    /** The machines that an endpoint tells of. */
    Set<Node> of(String endpoint) {
        return told.getOrDefault(endpoint, Set.of());
    }

    private static Optional<Node> only(Map<String, Set<Node>> in, String name) {
        Set<Node> found = in.getOrDefault(name, Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
