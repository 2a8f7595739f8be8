package org.ronron.ui.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.topology.map.NodePicture;
import org.ronron.ui.topology.map.NodePicture.AsideLook;
import org.ronron.ui.topology.map.NodePicture.Place;

/** What stands on one machine's card. */
final class Cards {
    private final TopologyWords words;
    private final Texts texts;
    private final Collective collective;
    private final Map<String, Boolean> serves;
    private final Instant now;

    /**
     * @param serves of machines that are staged to serve, or to be emptied
     */
    Cards(TopologyWords words, Collective collective, Map<String, Boolean> serves, Instant now) {
        this.words = words;
        this.texts = words.texts();
        this.collective = collective;
        this.serves = serves;
        this.now = now;
    }

    NodePicture of(Node node, Place place, String other) {
        boolean told = View.told(collective, node);
        OptionalLong free = View.free(node);
        String size = free.isPresent() ? words.figures().bytes(free.getAsLong()) : "";
        String aside =
                switch (place) {
                    case LEAVING -> "→ " + other;
                    case COMING -> texts.get("topology.coming");
                    case HERE -> here(node, told, size);
                };
        Bars bars = Bars.of(node);
        return new NodePicture(
                node,
                place,
                other,
                aside,
                place == Place.HERE ? shortAside(node, aside, told, size) : aside,
                look(node, place),
                notes(node, place, told),
                told,
                bars.memory(),
                bars.cpu(),
                bars.disk());
    }

    /**
     * Whether this card still shows all that it would show of the machine now; that it was said
     * later changes nothing on it.
     */
    @SuppressWarnings(
            "ReferenceEquality") // a picture has the very list of the one before, or others
    boolean still(NodePicture card, Node now) {
        Node then = card.node();
        return then.workloads() == now.workloads()
                && !ages(now)
                && then.state() == now.state()
                && then.name().equals(now.name())
                && then.zoneByHand() == now.zoneByHand()
                && then.sizesPublished() == now.sizesPublished()
                && then.memory().equals(now.memory())
                && then.cpu().equals(now.cpu())
                && then.disk().equals(now.disk())
                && then.diskFree().equals(now.diskFree())
                && then.room().equals(now.room())
                && closed(then) == closed(now)
                && draining(then) == draining(now)
                && card.told() == View.told(collective, now);
    }

    /** Whether what the card says grows older by itself. */
    static boolean ages(Node node) {
        return node.vanished().isPresent()
                || node.state() == Node.State.STALE
                || node.state() == Node.State.WRONG;
    }

    private AsideLook look(Node node, Place place) {
        if (place != Place.HERE) {
            return AsideLook.STAGED;
        }
        if (node.vanished().isPresent()) {
            return AsideLook.STALE;
        }
        return switch (node.state()) {
            case STALE -> AsideLook.STALE;
            case BUSY -> AsideLook.BUSY;
            default -> closed(node) ? AsideLook.BUSY : AsideLook.PLAIN;
        };
    }

    private static boolean closed(Node node) {
        for (Node.Presence presence : node.presences()) {
            if (presence.closed()) {
                return true;
            }
        }
        return false;
    }

    private static boolean draining(Node node) {
        for (Node.Presence presence : node.presences()) {
            if (presence.draining()) {
                return true;
            }
        }
        return false;
    }

    private List<String> notes(Node node, Place place, boolean told) {
        List<String> notes = new ArrayList<>();
        if (!told) {
            size("topology.memory", words.memory(OptionalLong.empty(), node.memory()), notes);
            if (node.cpu().isPresent()) {
                size("topology.cpu", words.cpu(OptionalLong.empty(), node.cpu()), notes);
            }
        }
        if (node.zoneByHand() && place != Place.COMING) {
            notes.add(texts.get("topology.byHand"));
        }
        return notes;
    }

    private void size(String key, String size, List<String> into) {
        into.add(texts.get(key) + " " + size);
    }

    /**
     * @param size how much memory is free; empty when it is not known
     */
    private String here(Node node, boolean told, String size) {
        @Nullable Boolean wished = serves.get(node.id());
        if (wished != null) {
            return texts.get(wished ? "topology.willServe" : "topology.willEmpty");
        }
        if (ages(node)) {
            return silent(node, "topology.silent");
        }
        if (draining(node)) {
            return texts.get("topology.draining");
        }
        if (node.state() == Node.State.BUSY) {
            return texts.get("mark.busy");
        }
        if (closed(node)) {
            return texts.get("topology.closed");
        }
        if (!told) {
            return "";
        }
        if (!node.sizesPublished()) {
            return texts.get("topology.sizeNotPublished");
        }
        return size.isEmpty()
                ? texts.get("topology.notKnown")
                : texts.get("topology.free", "size", size);
    }

    private String silent(Node node, String key) {
        if (node.vanished().isPresent()) {
            Duration gone = Duration.between(node.vanished().get(), now);
            String since = key.equals("topology.silent") ? "topology.vanished.short" : key;
            return texts.get(since, "age", words.figures().length(gone));
        }
        return node.seen()
                .map(s -> texts.get(key, "age", words.figures().length(Duration.between(s, now))))
                .orElseGet(() -> texts.get("topology.neverSeen"));
    }

    private String shortAside(Node node, String aside, boolean told, String size) {
        if (ages(node)) {
            return silent(node, "topology.silent.short");
        }
        if (!node.sizesPublished() && aside.equals(texts.get("topology.sizeNotPublished"))) {
            return texts.get("topology.notPublished");
        }
        boolean free =
                !closed(node)
                        && !serves.containsKey(node.id())
                        && node.sizesPublished()
                        && told
                        && (node.state() == Node.State.FINE
                                || node.state() == Node.State.ATTENTION);
        return free && !size.isEmpty() ? size : aside;
    }
}
