package org.ronron.ui.topology;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Node;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** A machine that no system names any more: since when, and the button that lets go of it. */
final class GoneCard extends VBox {
    GoneCard(Ui ui, Node node, Instant since) {
        super(6);
        setId("node-gone");
        Duration age = Duration.between(since, ui.clock().instant());
        getChildren()
                .addAll(
                        Bits.text(
                                ui.texts()
                                        .get(
                                                "topology.gone.why",
                                                "age",
                                                ui.texts().figures().length(age)),
                                "state-unknown"),
                        Bits.button(
                                ui.texts().get("topology.gone.dismiss"),
                                () ->
                                        Asking.run(
                                                ui,
                                                ui.desk().dismissGone(node.id()),
                                                () ->
                                                        ui.navigator()
                                                                .say(
                                                                        ui.texts()
                                                                                .get(
                                                                                        "topology.gone.dismissed",
                                                                                        "node",
                                                                                        node
                                                                                                .name())))));
    }
}
