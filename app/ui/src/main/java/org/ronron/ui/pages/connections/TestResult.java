package org.ronron.ui.pages.connections;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;

/** What a try of the connection gave: what answered, or the one clear error. */
final class TestResult extends VBox {
    private final Texts texts;

    TestResult(Texts texts) {
        super(8);
        this.texts = texts;
        getStyleClass().addAll("card", "test-result");
        hide();
    }

    void hide() {
        getChildren().clear();
        getStyleClass().remove("stopped");
        Bits.shown(this, false);
    }

    void asking() {
        hide();
        getChildren().add(Bits.text(texts.get("connections.asking"), "secondary"));
        Bits.shown(this, true);
    }

    void answered(Observation seen) {
        hide();
        getChildren()
                .addAll(
                        Marked.text(texts, Mark.FINE, texts.get("connections.answered"), "strong"),
                        Bits.text(
                                texts.get(
                                        "connections.version",
                                        "version",
                                        seen.version().isEmpty() ? "—" : seen.version())),
                        Bits.text(
                                texts.count("connections.nodes", seen.nodes().size())
                                        + " · "
                                        + texts.count(
                                                "connections.workloads", seen.workloads().size())));
        String name = seen.login().name();
        if (seen.login().excessive()) {
            getChildren().add(Excess.warning(texts, seen.login()));
        } else if (!name.isEmpty()) {
            getChildren().add(Bits.text(texts.get("connections.login", "name", name)));
        }
        Bits.shown(this, true);
    }

    void failed(Fault fault) {
        hide();
        getStyleClass().add("stopped");
        HBox head =
                Bits.row(
                        8,
                        Bits.line(texts.get("connections.failed"), "section-title"),
                        Bits.spring(),
                        Bits.whole(fault.code().id(), "code-of-error"));
        String effect = fault.effect() == Effect.NONE ? "effect.none" : "effect.unknown";
        getChildren()
                .addAll(
                        head,
                        Bits.text(texts.what(fault)),
                        Bits.text(texts.get(effect)),
                        Bits.text(
                                texts.get("operations.remedy", "remedy", texts.remedy(fault)),
                                "secondary"));
        Bits.shown(this, true);
    }
}
