package org.ronron.ui.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.ServeNode;
import org.ronron.ui.topology.map.NodePicture;
import org.ronron.ui.topology.map.Picture;
import org.ronron.ui.topology.map.ZonePicture;

/**
 * Makes the picture of a state: the same state gives the same picture. Cards of machines that have
 * not changed are taken over from the picture before. One thread.
 */
final class PictureMaker {
    private final TopologyWords words;
    private Made before = new Made();
    private Made made = new Made();
    private Map<String, String> target = Map.of();
    private Map<String, Boolean> serves = Map.of();

    /** Cards by their places and machines' ids. */
    private static final class Made {
        private final Map<NodePicture.Place, Map<String, NodePicture>> cards =
                new EnumMap<>(NodePicture.Place.class);

        @Nullable NodePicture get(NodePicture.Place place, String id) {
            return cards.getOrDefault(place, Map.of()).get(id);
        }

        void put(NodePicture card) {
            cards.computeIfAbsent(card.place(), p -> new HashMap<>()).put(card.node().id(), card);
        }
    }

    PictureMaker(TopologyWords words) {
        this.words = words;
    }

    /**
     * @param now what ages are counted to
     */
    Picture of(DeskState state, Collective collective, View view, Instant now) {
        Map<String, Boolean> served = new HashMap<>();
        target = new HashMap<>();
        for (NodeChange change : state.staged()) {
            switch (change) {
                case MoveNode move -> target.put(move.nodeId(), move.zone());
                case ServeNode serve -> served.put(serve.nodeId(), serve.serves());
            }
        }
        if (!served.equals(serves)) {
            before = new Made();
            serves = served;
        }
        made = new Made();
        Cards cards = new Cards(words, collective, serves, now);
        List<ZonePicture> zones =
                view.by().isZone()
                        ? zones(collective, view, cards)
                        : groups(collective, view, cards);
        before = made;
        List<ZonePicture> all = new ArrayList<>(zones);
        new NoPlace(words.texts(), now).of(collective).ifPresent(all::add);
        return new Picture(all);
    }

    private List<ZonePicture> zones(Collective collective, View view, Cards cards) {
        Map<String, List<Node>> coming = new HashMap<>();
        for (Node node : collective.nodes()) {
            String to = target.get(node.id());
            if (to != null && !to.equals(node.zone())) {
                coming.computeIfAbsent(to, z -> new ArrayList<>()).add(node);
            }
        }
        Map<String, List<Node>> standing = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (View.Group group : view.groups(collective)) {
            names.add(group.key());
            standing.put(group.key(), group.nodes());
        }
        names.addAll(coming.keySet());
        List<ZonePicture> pictures = new ArrayList<>();
        for (String name : names) {
            Zone zone = collective.zone(name).orElseGet(() -> empty(name));
            List<Node> arriving = view.sort().sorted(coming.getOrDefault(name, List.of()));
            List<Node> here = standing.getOrDefault(name, List.of());
            pictures.add(zone(collective, zone, arriving, here, cards));
        }
        return pictures;
    }

    private static Zone empty(String name) {
        return new Zone(name, Totals.UNKNOWN, false, 0, 0, Notes.EMPTY);
    }

    private ZonePicture zone(
            Collective collective, Zone zone, List<Node> arriving, List<Node> here, Cards cards) {
        List<NodePicture> nodes = new ArrayList<>();
        Balance balance = new Balance(zone);
        for (Node node : arriving) {
            nodes.add(card(cards, node, NodePicture.Place.COMING, node.zone()));
            balance.comes(node);
        }
        for (Node node : here) {
            String to = target.get(node.id());
            if (to == null || to.equals(zone.name())) {
                nodes.add(card(cards, node, NodePicture.Place.HERE, ""));
            } else {
                nodes.add(card(cards, node, NodePicture.Place.LEAVING, to));
                balance.leaves(node);
            }
        }
        Totals before = zone.totals();
        return new ZonePicture(
                zone.name(),
                words.zone(zone.name()),
                balance.counts(words, collective),
                words.memory(before, balance.totals()),
                before.cpu().isEmpty() && balance.totals().cpu().isEmpty()
                        ? ""
                        : words.cpu(before, balance.totals()),
                full(before),
                balance.staged(),
                words.texts().get("topology.emptyZone"),
                nodes);
    }

    private static float full(Totals totals) {
        return totals.memoryReserved().isPresent() && totals.memory().orElse(0) > 0
                ? totals.memoryReserved().getAsLong() / (float) totals.memory().getAsLong()
                : Float.NaN;
    }

    /** Machines that stand together by something else: what is staged is only marked as leaving. */
    private List<ZonePicture> groups(Collective collective, View view, Cards cards) {
        List<ZonePicture> pictures = new ArrayList<>();
        for (View.Group group : view.groups(collective)) {
            Balance sums = new Balance(empty(group.key()));
            List<NodePicture> nodes = new ArrayList<>();
            for (Node node : group.nodes()) {
                sums.comes(node);
                String to = target.getOrDefault(node.id(), "");
                NodePicture.Place place =
                        to.isEmpty() ? NodePicture.Place.HERE : NodePicture.Place.LEAVING;
                nodes.add(card(cards, node, place, to));
            }
            Totals totals = sums.held();
            pictures.add(
                    new ZonePicture(
                            group.key(),
                            group.title(words),
                            sums.plainCounts(words, collective),
                            words.memory(totals.memoryReserved(), totals.memory()),
                            totals.cpu().isEmpty()
                                    ? ""
                                    : words.cpu(totals.cpuReserved(), totals.cpu()),
                            full(totals),
                            false,
                            "",
                            nodes));
        }
        return pictures;
    }

    private NodePicture card(Cards cards, Node node, NodePicture.Place place, String other) {
        NodePicture old = before.get(place, node.id());
        NodePicture card =
                old != null && old.other().equals(other) && cards.still(old, node)
                        ? old.of(node)
                        : cards.of(node, place, other);
        made.put(card);
        return card;
    }
}
