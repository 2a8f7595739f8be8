package org.ronron.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.ServeNode;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What is staged, and the one button that leads to its plan. Nothing is touched from here. */
final class Tray extends HBox {
    private static final int NAMED = 2;

    private final Ui ui;
    private final Label count = Bits.whole("", "strong");
    private final Label what = Bits.line("", "mono");
    private final Button review;

    Tray(Ui ui) {
        super(12);
        this.ui = ui;
        Texts texts = ui.texts();
        getStyleClass().add("tray");
        setId("tray");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        review = Bits.button(texts.get("tray.review"), this::review, "accent");
        review.setId("tray-review");
        Button discard = Bits.button(texts.get("tray.discard"), ui.desk().staging()::discardStaged);
        discard.setId("tray-discard");
        what.setMinWidth(0);
        getChildren()
                .addAll(
                        count,
                        what,
                        Bits.spring(),
                        Bits.whole(texts.get("tray.undo"), "note"),
                        discard,
                        review);
    }

    void show(DeskState state) {
        List<NodeChange> staged = state.staged();
        count.setText(ui.texts().count("tray.count", staged.size()));
        String named =
                staged.stream()
                        .limit(NAMED)
                        .map(m -> words(m, state))
                        .collect(Collectors.joining(" · "));
        what.setText(staged.size() > NAMED ? named + " · …" : named);
    }

    private String words(NodeChange change, DeskState state) {
        return switch (change) {
            case MoveNode move -> words(move, state);
            case ServeNode serve ->
                    ui.texts()
                            .get(
                                    serve.serves() ? "tray.serve" : "tray.empty",
                                    "node",
                                    state.collective()
                                            .flatMap(c -> c.node(serve.nodeId()))
                                            .map(Node::name)
                                            .orElse(serve.nodeId()));
        };
    }

    private String words(MoveNode move, DeskState state) {
        Node node = state.collective().flatMap(c -> c.node(move.nodeId())).orElse(null);
        Texts texts = ui.texts();
        return texts.get(
                "tray.move",
                "node",
                node == null ? move.nodeId() : node.name(),
                "from",
                node == null || node.zone().isEmpty() ? texts.get("zone.none") : node.zone(),
                "to",
                move.zone(),
                "truth",
                texts.get("tray.truth." + move.truth().name().toLowerCase(Locale.ROOT)));
    }

    private void review() {
        review.setDisable(true);
        Asking.ask(
                ui,
                ui.desk().staging().review(),
                plan -> {
                    review.setDisable(false);
                    ui.navigator().review(plan);
                },
                fault -> {
                    review.setDisable(false);
                    ui.navigator().show(fault);
                });
    }
}
