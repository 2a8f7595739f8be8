package org.ronron.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;

/**
 * Joins the parts that the systems tell of into spaces. What was joined is kept until an
 * observation or an edit has changed: there may be ten thousand of them, and a picture is made with
 * each step of an operation. One thread at a time.
 */
public final class SpaceBook {
    /** What the spaces were joined from. */
    private record Basis(List<Source> sources, Map<String, Json.Obj> edits) {}

    private record Source(String id, String name, String type, List<LinkFact> links) {
        /** The same observation; what is told anew is joined anew, were it the same. */
        @SuppressWarnings("ReferenceEquality")
        boolean same(Source other) {
            return id.equals(other.id) && name.equals(other.name) && links == other.links;
        }
    }

    private Basis basis = new Basis(List.of(), Map.of());
    private List<Space> spaces = List.of();

    /** The spaces, by name; the very same list as long as nothing of it has changed. */
    public List<Space> spaces(Collection<Heard> heard, Edits edits) {
        List<Source> sources =
                heard.stream()
                        .map(
                                h ->
                                        new Source(
                                                h.row().id(),
                                                h.row().name(),
                                                h.row().type(),
                                                h.last().map(Observation::links).orElse(List.of())))
                        .toList();
        Basis now = new Basis(sources, edits.of(Edits.SPACE));
        if (!same(now)) {
            spaces = join(now);
            basis = now;
        }
        return spaces;
    }

    private boolean same(Basis now) {
        if (now.sources.size() != basis.sources.size() || !now.edits.equals(basis.edits)) {
            return false;
        }
        for (int i = 0; i < now.sources.size(); i++) {
            if (!now.sources.get(i).same(basis.sources.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Space> join(Basis from) {
        Map<String, List<Space.Link>> links = new HashMap<>();
        for (Source source : from.sources) {
            for (LinkFact fact : source.links) {
                if (!fact.space().isEmpty()) {
                    links.computeIfAbsent(fact.space(), s -> new ArrayList<>(8))
                            .add(new Space.Link(source.id, source.name, source.type, fact));
                }
            }
        }
        from.edits.forEach(
                (name, edit) -> {
                    if (!edit.bool("gone").orElse(false)) {
                        links.computeIfAbsent(name, s -> new ArrayList<>());
                    }
                });
        Map<String, Space> all = new TreeMap<>();
        links.forEach(
                (name, parts) ->
                        all.put(
                                name,
                                space(name, parts, from.edits.getOrDefault(name, Json.obj()))));
        return List.copyOf(all.values());
    }

    private static Space space(String name, List<Space.Link> parts, Json.Obj edit) {
        boolean gone = edit.bool("gone").orElse(false);
        Json.Obj ours = gone ? Json.obj() : edit;
        parts.sort(Comparator.comparing((Space.Link l) -> l.fact().kind()));
        Map<String, String> options = new LinkedHashMap<>();
        Json.Obj chosen = ours.object("options");
        chosen.members().keySet().forEach(key -> options.put(key, chosen.word(key)));
        String organisation = ours.word("organisation");
        return new Space(
                name,
                first(parts, LinkFact.Kind.ROUTE).map(f -> f.key()).orElse(ours.word("address")),
                organisation.isEmpty()
                        ? first(parts, LinkFact.Kind.RECORD)
                                .map(f -> f.details().getOrDefault("organisation", ""))
                                .orElse("")
                        : organisation,
                ours.word("blueprint"),
                options,
                ours.number("made").map(Instant::ofEpochMilli),
                parts);
    }

    private static Optional<LinkFact> first(List<Space.Link> parts, LinkFact.Kind kind) {
        return parts.stream().map(Space.Link::fact).filter(f -> f.kind() == kind).findFirst();
    }
}
