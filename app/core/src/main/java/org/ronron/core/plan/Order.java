package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ronron.api.Placement.Phase;
import org.ronron.core.model.Node;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * Puts the steps of all systems on all machines in order. Of one machine: every system lets it go,
 * hands carry it, then the clusters change and what it needs to come back is done. Machines of one
 * zone fail together anyway and may travel together; the next zone's are touched once those are
 * back. What only has to settle comes last.
 */
final class Order {
    private final Draft draft;
    private final List<Wish> wishes;
    private final List<ClusterPart> parts;
    private final Sessions sessions;
    private final Map<String, Integer> called;
    private final Map<PhaseStep, Integer> places = new IdentityHashMap<>();

    /** By node id, the steps after which nothing holds the machine where it stood. */
    private final Map<String, List<Integer>> free = new HashMap<>();

    /** By node id, the steps after which it stands where it should. */
    private final Map<String, List<Integer>> there = new HashMap<>();

    /** By node id, the last steps of it alone. */
    private final Map<String, List<Integer>> back = new LinkedHashMap<>();

    private final Set<String> looked = new TreeSet<>();

    private Order(
            Draft draft,
            List<Wish> wishes,
            List<ClusterPart> parts,
            Sessions sessions,
            Map<String, Integer> called) {
        this.draft = draft;
        this.wishes = wishes;
        this.parts = parts;
        this.sessions = sessions;
        this.called = called;
    }

    /**
     * Puts the steps in order.
     *
     * @param called by endpoint, the last call on it that stands in the draft already
     * @return endpoints that are only looked at
     */
    static Set<String> put(
            Draft draft,
            List<Wish> wishes,
            List<ClusterPart> parts,
            Sessions sessions,
            Map<String, Integer> called)
            throws RefusedException {
        Order order = new Order(draft, wishes, parts, sessions, called);
        order.put();
        return order.looked;
    }

    private void put() throws RefusedException {
        List<List<Wish>> homes =
                List.copyOf(
                        wishes.stream()
                                .filter(w -> w.carried() || leaves(w))
                                .collect(
                                        Collectors.groupingBy(
                                                w -> w.node().zone(),
                                                LinkedHashMap::new,
                                                Collectors.toList()))
                                .values());
        for (List<Wish> home : homes) {
            List<Integer> before = union(back.values());
            leave(home, before);
            home.forEach(wish -> carry(wish, before));
            if (!home.equals(homes.getLast())) {
                arrive(home);
            }
        }
        List<Runnable> settling = change();
        arrive(wishes.stream().filter(w -> !back.containsKey(w.node().id())).toList());
        settling.forEach(Runnable::run);
    }

    private boolean leaves(Wish wish) {
        return parts.stream().anyMatch(p -> !p.in(Phase.LEAVE, wish).isEmpty());
    }

    /** The calls on one endpoint one after the other; whether a machine is empty side by side. */
    private void leave(List<Wish> home, List<Integer> before) {
        Map<String, Integer> lastCall = new HashMap<>(called);
        for (Wish wish : home) {
            List<Integer> ends = new ArrayList<>();
            for (ClusterPart part : parts) {
                List<Integer> chain = before;
                for (PhaseStep step : part.in(Phase.LEAVE, wish)) {
                    Set<Integer> needs = new LinkedHashSet<>(chain);
                    Integer last = lastCall.get(part.endpoint().id());
                    if (last != null && !step.waits()) {
                        needs.add(last);
                    }
                    int index = place(step, needs);
                    chain = List.of(index);
                    if (!step.waits()) {
                        lastCall.put(part.endpoint().id(), index);
                    }
                }
                ends.addAll(part.in(Phase.LEAVE, wish).isEmpty() ? List.of() : chain);
            }
            free.put(wish.node().id(), ends.isEmpty() ? before : List.copyOf(ends));
        }
    }

    private void carry(Wish wish, List<Integer> before) {
        List<Integer> left = free.getOrDefault(wish.node().id(), before);
        if (wish.carried()) {
            int off = draft.add(Hands.carry(wish), left);
            there.put(wish.node().id(), List.of(draft.add(Hands.plug(wish, parts), List.of(off))));
        } else {
            there.put(wish.node().id(), left);
        }
    }

    /**
     * Each cluster on its own, once all its machines are there; two of one endpoint one after the
     * other.
     *
     * @return what puts the waits that end the changes in their place
     */
    private List<Runnable> change() {
        List<Runnable> settling = new ArrayList<>();
        Map<String, List<Integer>> lastOf = new HashMap<>();
        called.forEach((endpoint, index) -> lastOf.put(endpoint, List.of(index)));
        for (ClusterPart part : parts) {
            String endpoint = part.endpoint().id();
            Set<Integer> needs = new LinkedHashSet<>(lastOf.getOrDefault(endpoint, List.of()));
            part.wishes().forEach(w -> needs.addAll(there(w)));
            List<PhaseStep> steps = part.in(Phase.CHANGE);
            int calls = steps.size();
            while (lastOnItsEndpoint(part) && calls > 0 && steps.get(calls - 1).waits()) {
                calls--;
            }
            List<Integer> end = chain(steps.subList(0, calls), List.copyOf(needs));
            lastOf.put(endpoint, end);
            List<PhaseStep> waits = steps.subList(calls, steps.size());
            settling.add(() -> chain(waits, end));
        }
        return settling;
    }

    private boolean lastOnItsEndpoint(ClusterPart part) {
        return parts.subList(parts.indexOf(part) + 1, parts.size()).stream()
                .noneMatch(
                        p -> p.endpoint().id().equals(part.endpoint().id()) && p.has(Phase.CHANGE));
    }

    /** Each machine: what hands have to change on it first, then what the systems do. */
    private void arrive(List<Wish> home) throws RefusedException {
        for (Wish wish : home) {
            Set<Integer> hands = new LinkedHashSet<>();
            Map<ClusterPart, List<Integer>> chains = new LinkedHashMap<>();
            for (ClusterPart part : parts) {
                List<PhaseStep> steps = part.in(Phase.ARRIVE, wish);
                List<Integer> end = chain(steps.subList(0, untilHands(steps)), there(wish));
                chains.put(part, end);
                hands.addAll(untilHands(steps) == 0 ? List.of() : end);
            }
            hands.addAll(files(wish));
            Set<Integer> ends = new LinkedHashSet<>(hands.isEmpty() ? there(wish) : hands);
            for (ClusterPart part : parts) {
                List<PhaseStep> steps = part.in(Phase.ARRIVE, wish);
                List<PhaseStep> rest = steps.subList(untilHands(steps), steps.size());
                if (!rest.isEmpty()) {
                    Set<Integer> needs = new LinkedHashSet<>(chains.getOrDefault(part, List.of()));
                    needs.addAll(hands);
                    ends.removeAll(needs);
                    ends.addAll(chain(rest, List.copyOf(needs)));
                }
            }
            back.put(wish.node().id(), List.copyOf(ends));
        }
    }

    private static int untilHands(List<PhaseStep> steps) {
        int until = steps.size();
        while (until > 0 && steps.get(until - 1).config().isEmpty()) {
            until--;
        }
        return until;
    }

    /** Files that say a machine's zone and that no system on it has named already. */
    private List<Integer> files(Wish wish) throws RefusedException {
        List<Integer> changed = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        parts.stream()
                .flatMap(p -> p.in(Phase.ARRIVE, wish).stream())
                .flatMap(s -> s.config().stream())
                .forEach(owned -> named.add(owned.config().file()));
        for (Node.Presence presence : wish.node().presences()) {
            Optional<Owned> owned = Owned.of(wish, presence.labels());
            if (owned.isPresent()
                    && wish.concerns(presence)
                    && named.add(owned.get().config().file())) {
                Optional<ClusterPart.Seen> seen = Hands.deployed(wish, presence, sessions);
                seen.ifPresent(s -> looked.add(s.action().endpointId()));
                changed.add(draft.add(Hands.config(wish, owned.get(), seen), there(wish)));
            }
        }
        return changed;
    }

    private List<Integer> there(Wish wish) {
        return there.getOrDefault(wish.node().id(), List.of());
    }

    private List<Integer> chain(List<PhaseStep> steps, List<Integer> needs) {
        List<Integer> last = needs;
        for (PhaseStep step : steps) {
            last = List.of(place(step, last));
        }
        return last;
    }

    /** A step that is of several machines has one place only. */
    private int place(PhaseStep step, Collection<Integer> needs) {
        Integer known = places.get(step);
        if (known != null) {
            return known;
        }
        int index = draft.add(step.step(), needs);
        places.put(step, index);
        return index;
    }

    private static List<Integer> union(Collection<List<Integer>> all) {
        return all.stream().flatMap(List::stream).distinct().sorted().toList();
    }
}
