package org.ronron.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds which sightings are of one machine. A machine too many is seen and can be talked about; two
 * machines drawn as one may send a volunteer to the wrong one: what is not certain is not joined.
 *
 * <ul>
 *   <li>Two entries of one endpoint are two machines, whatever they are called.
 *   <li>Equal names join, unless one endpoint has two entries of that name.
 *   <li>A bare name and one with a domain join when only one domain has that name.
 *   <li>An address joins two different kinds of system, see {@link Addresses}. When two endpoints
 *       of one kind name it (the bridge that Docker makes on each machine), it tells nothing.
 * </ul>
 */
final class NodeJoin {
    private final List<List<Sighting>> groups = new ArrayList<>();

    private NodeJoin(List<Sighting> sightings) {
        sightings.forEach(s -> groups.add(new ArrayList<>(List.of(s))));
    }

    static List<List<Sighting>> join(List<Sighting> sightings) {
        List<Sighting> each = sightings.stream().distinct().toList();
        NodeJoin join = new NodeJoin(each);
        join.byName();
        join.byLabel();
        join.byAddress(each);
        return join.groups.stream().map(List::copyOf).toList();
    }

    private void byName() {
        by(g -> g.getFirst().name()).values().forEach(this::merge);
    }

    private void byLabel() {
        by(g -> g.getFirst().label())
                .values()
                .forEach(
                        same -> {
                            long domains =
                                    same.stream()
                                            .map(g -> g.getFirst().name())
                                            .filter(n -> n.contains("."))
                                            .distinct()
                                            .count();
                            if (domains <= 1) {
                                merge(same);
                            }
                        });
    }

    private void byAddress(List<Sighting> sightings) {
        Map<String, List<Sighting>> named = new LinkedHashMap<>();
        for (Sighting s : sightings) {
            s.addresses().forEach(a -> named.computeIfAbsent(a, k -> new ArrayList<>()).add(s));
        }
        named.forEach(
                (address, by) -> {
                    if (distinct(by, s -> s.by().row().type())
                            && (Addresses.proves(address) || namesAgree(by))) {
                        merge(
                                groups.stream()
                                        .filter(g -> by.stream().anyMatch(g::contains))
                                        .toList());
                    }
                });
    }

    private static boolean namesAgree(List<Sighting> by) {
        return by.stream().map(Sighting::label).filter(n -> !n.isEmpty()).distinct().count() <= 1;
    }

    private Map<String, List<List<Sighting>>> by(Function<List<Sighting>, String> key) {
        Map<String, List<List<Sighting>>> found = new LinkedHashMap<>();
        for (List<Sighting> group : groups) {
            String value = key.apply(group);
            if (!value.isEmpty()) {
                found.computeIfAbsent(value, k -> new ArrayList<>()).add(group);
            }
        }
        return found;
    }

    private void merge(List<List<Sighting>> same) {
        List<Sighting> all = same.stream().flatMap(List::stream).toList();
        if (same.size() < 2 || !distinct(all, Sighting::endpoint)) {
            return;
        }
        List<List<Sighting>> others = same.subList(1, same.size());
        groups.removeAll(others);
        others.forEach(same.getFirst()::addAll);
    }

    private static boolean distinct(List<Sighting> sightings, Function<Sighting, String> of) {
        Set<String> seen = new HashSet<>();
        return sightings.stream().map(of).allMatch(seen::add);
    }
}
