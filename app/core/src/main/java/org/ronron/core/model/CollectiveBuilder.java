package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.core.port.Workspace;

/**
 * Joins all that is known of a collective into one picture. Pure: the same input gives the same
 * picture, on any thread.
 *
 * <p>The findings of the picture are the connectors', the contradictions between them and the disks
 * that are full; those about the connections themselves and what is saved come from {@code
 * core.findings}.
 */
public final class CollectiveBuilder {
    /** What is older than so many polls is drawn as stale. */
    private static final int POLLS = 3;

    private static final String SAMPLE = "sample";
    private static final String ZONE = "zone:";

    private final Workspace.CollectiveRow row;
    private final List<Heard> heard;
    private final Edits edits;
    private final Instant now;
    private final Duration fresh;
    private final Map<String, List<Workload>> ran;

    private CollectiveBuilder(
            Workspace.CollectiveRow row,
            Collection<Heard> heard,
            Edits edits,
            Instant now,
            Duration poll,
            List<Node> before) {
        this.row = row;
        this.ran =
                before.stream()
                        .collect(Collectors.toMap(Node::id, Node::workloads, (one, other) -> one));
        this.heard =
                heard.stream()
                        .sorted(
                                Comparator.comparing((Heard h) -> h.row().name())
                                        .thenComparing(h -> h.row().id()))
                        .toList();
        this.edits = edits;
        this.now = now;
        this.fresh = poll.multipliedBy(POLLS);
    }

    /**
     * The picture at this moment.
     *
     * @param heard one entry an endpoint; a sample's single entry is its source, never shown as a
     *     connection and never stale
     * @param poll how often endpoints are asked
     */
    public static Collective build(
            Workspace.CollectiveRow row,
            Collection<Heard> heard,
            Edits edits,
            Instant now,
            Duration poll) {
        return after(List.of(), row, heard, edits, now, poll);
    }

    /**
     * The next picture, equal to that of {@link #build}. Where a machine runs what it ran in the
     * picture before, its list of workloads is the very same: who draws can see that without
     * comparing.
     *
     * @param before the machines of the picture before
     */
    public static Collective after(
            List<Node> before,
            Workspace.CollectiveRow row,
            Collection<Heard> heard,
            Edits edits,
            Instant now,
            Duration poll) {
        return new CollectiveBuilder(row, heard, edits, now, poll, before).build();
    }

    private Collective build() {
        boolean sample = row.kind().equals(SAMPLE);
        SaidFindings said = new SaidFindings(heard);
        Running running = new Running(heard);
        List<List<Sighting>> groups = NodeJoin.join(sightings(sample));
        NodeIds ids = new NodeIds(groups);
        NodeMaker maker = new NodeMaker(sample, edits, said, running, ran);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            nodes.add(maker.make(ids.of(groups.get(i), i), groups.get(i)));
        }
        nodes.addAll(gone(nodes));
        List<Finding> findings = new ArrayList<>(said.all());
        findings.addAll(maker.found());
        if (!sample) {
            nodes.sort(
                    Comparator.comparing(Node::name, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Node::id));
        }
        return new Collective(
                        row.id(),
                        row.name(),
                        row.kind(),
                        zones(sample, nodes),
                        nodes,
                        clusters(),
                        sample ? List.of() : heard.stream().map(h -> h.view(now, fresh)).toList(),
                        findings,
                        buckets(),
                        Sums.of(nodes, edits.edit(Edits.PUBLISHED, "totals")),
                        nodes.stream().mapToInt(n -> n.workloads().size()).sum(),
                        facts())
                .withWaiting(running.waiting());
    }

    private List<Sighting> sightings(boolean sample) {
        List<Sighting> all = new ArrayList<>();
        for (Heard h : heard) {
            boolean lately = sample || h.state(now, fresh) == EndpointView.State.FINE;
            for (NodeFact fact : h.last().map(Observation::nodes).orElse(List.of())) {
                all.add(new Sighting(h, fact, lately));
            }
        }
        return all;
    }

    /** Those that are missing, as long as one who named them is still asked. */
    private List<Node> gone(List<Node> there) {
        Set<String> ids = there.stream().map(Node::id).collect(Collectors.toSet());
        Set<String> asked = heard.stream().map(h -> h.row().id()).collect(Collectors.toSet());
        return GoneNode.all(edits).stream()
                .filter(g -> !ids.contains(g.id()))
                .filter(g -> g.endpoints().stream().anyMatch(asked::contains))
                .map(g -> g.node(edits.notes(List.of("node:" + g.id()))))
                .toList();
    }

    private List<Zone> zones(boolean sample, List<Node> nodes) {
        Set<String> names =
                sample
                        ? new LinkedHashSet<>()
                        : new TreeSet<>(
                                String.CASE_INSENSITIVE_ORDER.thenComparing(
                                        Comparator.naturalOrder()));
        nodes.stream().map(Node::zone).filter(z -> !z.isEmpty()).forEach(names::add);
        Stream.concat(
                        edits.of(Edits.PUBLISHED).keySet().stream(),
                        edits.of(Edits.NOTES).keySet().stream())
                .sorted()
                .filter(subject -> subject.startsWith(ZONE))
                .forEach(subject -> names.add(subject.substring(ZONE.length())));
        Map<String, List<Node>> byZone = nodes.stream().collect(Collectors.groupingBy(Node::zone));
        List<Zone> zones = new ArrayList<>();
        names.forEach(name -> zones.add(zone(name, byZone.getOrDefault(name, List.of()))));
        if (byZone.containsKey("")) {
            zones.add(zone("", byZone.getOrDefault("", List.of())));
        }
        return zones;
    }

    private Zone zone(String name, List<Node> here) {
        Json.Obj published = edits.edit(Edits.PUBLISHED, ZONE + name);
        return new Zone(
                name,
                Sums.of(here, published),
                published.members().containsKey("memoryReserved")
                        || published.members().containsKey("cpuReserved"),
                (int) here.stream().filter(n -> n.vanished().isEmpty()).count(),
                here.stream().mapToInt(n -> n.workloads().size()).sum(),
                edits.notes(List.of(ZONE + name)));
    }

    private List<Cluster> clusters() {
        return heard.stream()
                .flatMap(
                        h ->
                                h.last().map(Observation::clusters).orElse(List.of()).stream()
                                        .map(
                                                c ->
                                                        new Cluster(
                                                                h.row().id(),
                                                                c.key(),
                                                                c.name(),
                                                                c.copies(),
                                                                c.healthy(),
                                                                c.busy(),
                                                                c.state())))
                .toList();
    }

    private List<Collective.Bucket> buckets() {
        return heard.stream()
                .flatMap(
                        h ->
                                h.last().map(Observation::buckets).orElse(List.of()).stream()
                                        .map(b -> new Collective.Bucket(h.row().id(), b)))
                .toList();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        edits.edit(Edits.PUBLISHED, "facts")
                .members()
                .forEach(
                        (key, value) -> {
                            if (value instanceof Json.Str text) {
                                facts.put(key, text.value());
                            }
                        });
        return facts;
    }
}
