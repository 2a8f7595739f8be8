package org.ronron.ui.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import org.ronron.resources.Texts;

/** Makes the picture of a state: pure, the same state gives the same picture. */
final class PictureMaker {
    private final TopologyWords words;
    private final Texts texts;
    private final Collective collective;
    private final View view;
    private final Instant now;
    private final Map<String, String> target = new HashMap<>();
    private final Map<String, Boolean> serves = new HashMap<>();

    private PictureMaker(
            TopologyWords words, DeskState state, Collective collective, View view, Instant now) {
        this.words = words;
        this.texts = words.texts();
        this.collective = collective;
        this.view = view;
        this.now = now;
        for (NodeChange change : state.staged()) {
            switch (change) {
                case MoveNode move -> target.put(move.nodeId(), move.zone());
                case ServeNode serve -> serves.put(serve.nodeId(), serve.serves());
            }
        }
    }

    static List<ZonePicture> of(
            TopologyWords words, DeskState state, Collective collective, View view, Instant now) {
        return new PictureMaker(words, state, collective, view, now).zones();
    }

    private List<ZonePicture> zones() {
        Set<String> names = new LinkedHashSet<>();
        collective.zones().forEach(z -> names.add(z.name()));
        names.addAll(target.values());
        List<ZonePicture> pictures = new ArrayList<>();
        for (String name : names) {
            pictures.add(zone(collective.zone(name).orElseGet(() -> empty(name))));
        }
        return List.copyOf(pictures);
    }

    private static Zone empty(String name) {
        return new Zone(name, Totals.UNKNOWN, false, 0, 0, Notes.EMPTY);
    }

    private ZonePicture zone(Zone zone) {
        List<NodePicture> nodes = new ArrayList<>();
        Balance balance = new Balance(zone);
        for (Node node : coming(zone.name())) {
            nodes.add(node(node, NodePicture.Place.COMING, node.zone()));
            balance.comes(node);
        }
        for (Node node : sorted(collective.in(zone.name()))) {
            String to = target.get(node.id());
            if (to == null || to.equals(zone.name())) {
                nodes.add(node(node, NodePicture.Place.HERE, ""));
            } else {
                nodes.add(node(node, NodePicture.Place.LEAVING, to));
                balance.leaves(node);
            }
        }
        return new ZonePicture(
                zone.name(),
                words.zone(zone.name()),
                balance.counts(words, collective),
                words.memory(zone.totals(), balance.totals()),
                zone.totals().cpu().isEmpty() && balance.totals().cpu().isEmpty()
                        ? ""
                        : words.cpu(zone.totals(), balance.totals()),
                balance.staged(),
                nodes);
    }

    private List<Node> coming(String zone) {
        return sorted(
                collective.nodes().stream()
                        .filter(n -> zone.equals(target.get(n.id())) && !n.zone().equals(zone))
                        .toList());
    }

    private List<Node> sorted(List<Node> nodes) {
        return view.sort().sorted(nodes);
    }

    private NodePicture node(Node node, NodePicture.Place place, @Nullable String other) {
        String to = other == null ? "" : other;
        String aside = aside(node, place, to);
        return new NodePicture(
                node,
                place,
                to,
                aside,
                place == NodePicture.Place.HERE ? shortAside(node, aside) : aside,
                words.spoken(node, aside),
                View.told(collective, node),
                Bars.of(node));
    }

    private String aside(Node node, NodePicture.Place place, String other) {
        return switch (place) {
            case LEAVING -> "→ " + other;
            case COMING -> texts.get("topology.coming");
            case HERE -> here(node);
        };
    }

    private String here(Node node) {
        Boolean wished = serves.get(node.id());
        if (wished != null) {
            return texts.get(wished ? "topology.willServe" : "topology.willEmpty");
        }
        if (node.state() == Node.State.STALE || node.state() == Node.State.WRONG) {
            return silent(node, "topology.silent");
        }
        if (node.presences().stream().anyMatch(Node.Presence::draining)) {
            return texts.get("topology.draining");
        }
        if (node.state() == Node.State.BUSY) {
            return texts.get("mark.busy");
        }
        if (node.presences().stream().anyMatch(Node.Presence::closed)) {
            return texts.get("topology.closed");
        }
        if (!View.told(collective, node)) {
            return "";
        }
        if (!node.sizesPublished()) {
            return texts.get("topology.sizeNotPublished");
        }
        OptionalLong free = View.free(node);
        return free.isPresent()
                ? texts.get("topology.free", "size", words.figures().bytes(free.getAsLong()))
                : texts.get("topology.notKnown");
    }

    private String silent(Node node, String key) {
        return node.seen()
                .map(s -> texts.get(key, "age", words.figures().length(Duration.between(s, now))))
                .orElseGet(() -> texts.get("topology.neverSeen"));
    }

    private String shortAside(Node node, String aside) {
        if (node.state() == Node.State.STALE || node.state() == Node.State.WRONG) {
            return silent(node, "topology.silent.short");
        }
        if (!node.sizesPublished() && aside.equals(texts.get("topology.sizeNotPublished"))) {
            return texts.get("topology.notPublished");
        }
        boolean free =
                node.presences().stream().noneMatch(Node.Presence::closed)
                        && !serves.containsKey(node.id())
                        && node.sizesPublished()
                        && View.told(collective, node)
                        && (node.state() == Node.State.FINE
                                || node.state() == Node.State.ATTENTION);
        OptionalLong size = View.free(node);
        return free && size.isPresent() ? words.figures().bytes(size.getAsLong()) : aside;
    }
}
