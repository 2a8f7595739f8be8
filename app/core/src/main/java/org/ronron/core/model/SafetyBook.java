package org.ronron.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.api.LinkFact;
import org.ronron.api.NoticeFact;
import org.ronron.api.Observation;

/**
 * Joins what the endpoints say of backups with the machines and the spaces. What was counted of
 * these is kept as long as they are the same. One thread at a time.
 */
public final class SafetyBook {
    private static final String SAMPLE = "sample";

    private final Set<String> keepers;
    private List<Space> counted = List.of();
    private Map<String, Map<LinkFact.Kind, Set<String>>> spaces = Map.of();

    /**
     * @param keepers the types of connectors that keep backups
     */
    public SafetyBook(Set<String> keepers) {
        this.keepers = Set.copyOf(keepers);
    }

    /** The same collective with its backups, what none of them saves, and the notices received. */
    public Collective join(Collective now, Collection<Heard> heard, Instant at) {
        List<NoticeFact> notices =
                heard.stream()
                        .flatMap(h -> h.last().map(Observation::notices).orElse(List.of()).stream())
                        .sorted(Comparator.comparing(NoticeFact::at).reversed())
                        .toList();
        return now.with(safety(now, heard, at), notices);
    }

    private Safety safety(Collective now, Collection<Heard> heard, Instant at) {
        List<Heard> keeping = heard.stream().filter(this::keeps).toList();
        if (keeping.isEmpty()) {
            boolean something = !now.nodes().isEmpty() || !now.spaces().isEmpty();
            boolean own = !now.kind().equals(SAMPLE) && !now.endpoints().isEmpty();
            return new Safety(own && something, List.of(), List.of());
        }
        Whereabouts where = new Whereabouts(now.nodes(), heard);
        Copies copies = new Copies(where);
        Set<String> stores = new HashSet<>();
        List<Coverage.Said> covers = new ArrayList<>();
        for (Heard h : keeping) {
            for (BackupFact fact : told(h)) {
                copies.add(h.row().id(), fact);
                where.machine(fact.place(), h.row().id()).ifPresent(n -> stores.add(n.id()));
                fact.covers().forEach(c -> covers.add(new Coverage.Said(h.row().id(), c)));
            }
        }
        List<Backup> backups = new ArrayList<>();
        for (Heard h : keeping) {
            boolean answers =
                    now.endpoint(h.row().id())
                            .filter(e -> e.state() == EndpointView.State.FINE)
                            .isPresent();
            told(h).forEach(fact -> backups.add(Postures.backup(h, fact, answers, copies, at)));
        }
        // what a tool that was never heard covers nobody knows: nothing is called uncovered then
        boolean all = keeping.stream().allMatch(h -> h.last().isPresent());
        List<Uncovered> missing =
                all
                        ? new Coverage(now, where, covers, count(now.spaces()))
                                .missing(heard, stores)
                        : List.of();
        return new Safety(false, backups, missing);
    }

    private boolean keeps(Heard heard) {
        return keepers.contains(heard.row().type()) || !told(heard).isEmpty();
    }

    private static List<BackupFact> told(Heard heard) {
        return heard.last().map(Observation::backups).orElse(List.of());
    }

    /** The very same list is not counted again: there may be ten thousand. */
    @SuppressWarnings("ReferenceEquality")
    private Map<String, Map<LinkFact.Kind, Set<String>>> count(List<Space> all) {
        if (all != counted) {
            Map<String, Map<LinkFact.Kind, Set<String>>> found = new HashMap<>();
            for (Space space : all) {
                for (Space.Link link : space.links()) {
                    found.computeIfAbsent(
                                    link.endpointId(), e -> new EnumMap<>(LinkFact.Kind.class))
                            .computeIfAbsent(link.fact().kind(), k -> new HashSet<>())
                            .add(space.name());
                }
            }
            spaces = found;
            counted = all;
        }
        return spaces;
    }
}
