package org.ronron.ui.topology;

import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.layout.VBox;
import org.ronron.api.Reach;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** What one system says of a machine, when it said so, and by which way we reach it. */
final class NodePresence {
    private final Ui ui;
    private final Texts texts;
    private final Collective collective;

    NodePresence(Ui ui, Collective collective) {
        this.ui = ui;
        this.texts = ui.texts();
        this.collective = collective;
    }

    void add(VBox to, Node.Presence presence) {
        KeyValues rows = new KeyValues(NodeInspector.KEYS);
        if (!presence.role().isEmpty()) {
            rows.add(texts.get("topology.fact.role"), role(presence));
        }
        services(rows, presence);
        new TreeMap<>(presence.labels())
                .forEach(
                        (key, value) ->
                                texts.find(presence.type(), "fact." + key)
                                        .ifPresent(n -> rows.add(n, fact(presence, key, value))));
        Optional<EndpointView> endpoint = collective.endpoint(presence.endpointId());
        endpoint.ifPresent(e -> connection(rows, e));
        if (!rows.isEmpty()) {
            to.getChildren().addAll(Bits.line(presence.endpointName(), "section-title"), rows);
        }
    }

    private void services(KeyValues rows, Node.Presence presence) {
        String name = texts.get("topology.fact.services");
        if (presence.draining() || presence.closed()) {
            Mark mark = presence.draining() ? Mark.BUSY : Mark.ATTENTION;
            String words = presence.draining() ? "topology.draining" : "topology.closed.long";
            rows.add(name, Marked.text(texts, mark, texts.get(words), "state-warn"));
        } else if (presence.places()) {
            rows.add(name, texts.get("topology.open"));
        }
    }

    private void connection(KeyValues rows, EndpointView endpoint) {
        if (!endpoint.version().isEmpty()) {
            rows.add(texts.get("topology.fact.version"), endpoint.version());
        }
        String via = endpoint.settings().getOrDefault(Reach.VIA, "");
        if (!via.isEmpty()) {
            rows.add(texts.get("topology.fact.via"), via, "mono");
        }
        endpoint.answered()
                .ifPresent(
                        at ->
                                rows.add(
                                        texts.get("topology.fact.answered"),
                                        texts.figures().age(at, ui.clock().instant())));
    }

    private String fact(Node.Presence presence, String key, String value) {
        return texts.figures().published(texts.value(presence.type(), key, value));
    }

    private String role(Node.Presence presence) {
        return texts.find(presence.type(), "role." + presence.role()).orElse(presence.role());
    }
}
