package org.ronron.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ronron.api.NodeFact;

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
    private final List<Group> groups = new ArrayList<>();
    private final Map<Sighting, Group> home = new IdentityHashMap<>();

    /** What is one machine so far. */
    private static final class Group {
        private final int place;
        private final List<Sighting> members = new ArrayList<>();
        private boolean gone;

        Group(int place, Sighting first) {
            this.place = place;
            members.add(first);
        }

        Sighting first() {
            return members.getFirst();
        }
    }

    private NodeJoin(Collection<Sighting> sightings) {
        for (Sighting s : sightings) {
            Group alone = new Group(groups.size(), s);
            groups.add(alone);
            home.put(s, alone);
        }
    }

    /** In the order of the first sighting of each machine; grows as the sightings do. */
    static List<List<Sighting>> join(List<Sighting> sightings) {
        // Never by the sightings themselves: each hashes all that its endpoint said.
        Map<Entry, Sighting> each = new LinkedHashMap<>();
        sightings.forEach(s -> each.putIfAbsent(new Entry(s.endpoint(), s.fact()), s));
        NodeJoin join = new NodeJoin(each.values());
        join.byName();
        join.byLabel();
        join.byAddress(each.values());
        return join.groups.stream().filter(g -> !g.gone).map(g -> List.copyOf(g.members)).toList();
    }

    private record Entry(String endpoint, NodeFact fact) {}

    private void byName() {
        by(Sighting::name).values().forEach(this::merge);
    }

    private void byLabel() {
        by(Sighting::label)
                .values()
                .forEach(
                        same -> {
                            long domains =
                                    same.stream()
                                            .map(g -> g.first().name())
                                            .filter(n -> n.contains("."))
                                            .distinct()
                                            .count();
                            if (domains <= 1) {
                                merge(same);
                            }
                        });
    }

    private void byAddress(Collection<Sighting> sightings) {
        Map<String, List<Sighting>> named = new LinkedHashMap<>();
        for (Sighting s : sightings) {
            s.addresses().forEach(a -> named.computeIfAbsent(a, k -> new ArrayList<>()).add(s));
        }
        named.forEach(
                (address, by) -> {
                    if (distinct(by, s -> s.by().row().type())
                            && (Addresses.proves(address) || namesAgree(by))) {
                        merge(homes(by));
                    }
                });
    }

    /** The groups that these are in, each once, in their order. */
    private List<Group> homes(List<Sighting> of) {
        SortedMap<Integer, Group> homes = new TreeMap<>();
        for (Sighting s : of) {
            Group group = home.get(s);
            if (group != null) {
                homes.put(group.place, group);
            }
        }
        return List.copyOf(homes.values());
    }

    private static boolean namesAgree(List<Sighting> by) {
        return by.stream().map(Sighting::label).filter(n -> !n.isEmpty()).distinct().count() <= 1;
    }

    /** By what the first sighting of each is called. */
    private Map<String, List<Group>> by(Function<Sighting, String> key) {
        Map<String, List<Group>> found = new LinkedHashMap<>();
        for (Group group : groups) {
            String value = group.gone ? "" : key.apply(group.first());
            if (!value.isEmpty()) {
                found.computeIfAbsent(value, k -> new ArrayList<>()).add(group);
            }
        }
        return found;
    }

    private void merge(List<Group> same) {
        List<Sighting> all = same.stream().flatMap(g -> g.members.stream()).toList();
        if (same.size() < 2 || !distinct(all, Sighting::endpoint)) {
            return;
        }
        Group first = same.getFirst();
        for (Group other : same.subList(1, same.size())) {
            first.members.addAll(other.members);
            other.members.forEach(s -> home.put(s, first));
            other.gone = true;
        }
    }

    private static boolean distinct(List<Sighting> sightings, Function<Sighting, String> of) {
        Set<String> seen = new HashSet<>();
        return sightings.stream().map(of).allMatch(seen::add);
    }
}
