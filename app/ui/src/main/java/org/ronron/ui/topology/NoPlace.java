package org.ronron.ui.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.NodeFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Waiting;
import org.ronron.resources.Texts;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.NodePicture;
import org.ronron.ui.topology.map.ZonePicture;

/**
 * Work that has no place, drawn as a box of its own at the end: nothing is dropped silently. Its
 * cards can be looked at, and neither moved nor selected.
 */
record NoPlace(Texts texts, Instant now) {
    /** The box's name; no zone is called so. */
    static final String NAME = "\u0001";

    private static final OptionalLong NONE = OptionalLong.empty();

    Optional<ZonePicture> of(Collective collective) {
        if (collective.waiting().isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Waiting>> same = new LinkedHashMap<>();
        for (Waiting waiting : collective.waiting()) {
            String name = waiting.name().isEmpty() ? waiting.group().orElse("") : waiting.name();
            same.computeIfAbsent(name, n -> new ArrayList<>()).add(waiting);
        }
        List<NodePicture> cards = new ArrayList<>();
        same.forEach((name, all) -> cards.add(card(name, all.getFirst())));
        return Optional.of(
                new ZonePicture(
                        NAME,
                        texts.get("topology.noPlace"),
                        texts.count("topology.waiting", collective.waiting().size()),
                        "",
                        "",
                        Float.NaN,
                        false,
                        "",
                        cards));
    }

    /** Why, in the words of the system that says so. */
    String why(Waiting waiting) {
        Map<String, String> values = new HashMap<>(texts.figures().lengths(waiting.details(), now));
        values.putIfAbsent("subject", waiting.name());
        return texts.of(waiting.type(), "finding." + waiting.kind() + ".what", values);
    }

    private NodePicture card(String name, Waiting waiting) {
        Node stand =
                new Node(
                        NAME + name,
                        name,
                        NAME,
                        false,
                        Node.State.ATTENTION,
                        NodeFact.Machine.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        List.of(),
                        List.of(),
                        false,
                        "",
                        Notes.EMPTY);
        return new NodePicture(
                stand,
                NodePicture.Place.HERE,
                "",
                "",
                "",
                NodePicture.AsideLook.PLAIN,
                List.of(why(waiting)),
                false,
                Bar.NONE,
                Bar.NONE,
                Bar.NONE);
    }
}
