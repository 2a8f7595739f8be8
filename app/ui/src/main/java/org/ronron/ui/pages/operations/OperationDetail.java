package org.ronron.ui.pages.operations;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** One operation: its steps on the left, what stands to be done on the right. */
final class OperationDetail extends ScrollPane {
    private final Ui ui;
    private final Texts texts;
    private final OperationWords words;
    private final HBox header = Bits.row(12);
    private final VBox ways = Bits.column(12);
    private final StepsCard steps;
    private final TraceCard trace;
    private final Runnable back;
    private @Nullable Object drawn;

    OperationDetail(Ui ui, OperationView operation, Runnable back) {
        this.ui = ui;
        this.texts = ui.texts();
        this.back = back;
        this.words = new OperationWords(texts);
        this.steps = new StepsCard(ui, operation.plan().steps());
        this.trace = new TraceCard(ui, operation.plan().steps());
        HBox.setHgrow(steps, Priority.ALWAYS);
        VBox right = Bits.column(12, ways, trace);
        right.getStyleClass().add("side-wide");
        HBox body = new HBox(10, steps, right);
        body.setFillHeight(false);
        VBox content = Bits.column(12, header, body);
        content.getStyleClass().add("page-content");
        setContent(content);
        setFitToWidth(true);
    }

    void show(OperationView operation, DeskState state) {
        steps.show(operation, state.at());
        trace.show(operation.trace());
        Object key = key(operation, state);
        if (!Objects.equals(drawn, key)) {
            drawn = key;
            header(operation, state);
            ways(operation, state);
        }
    }

    /** What header and ways are drawn from: while it is equal, a button keeps its focus. */
    private static Object key(OperationView operation, DeskState state) {
        int at = OperationWords.standing(operation);
        return List.of(
                operation.state(),
                at,
                OperationWords.hands(operation),
                operation.handOver(),
                OperationWords.waitsForVault(operation, state),
                OperationWords.doNotUnplug(operation),
                at < operation.steps().size() ? operation.steps().get(at).fault() : "",
                OperationWords.done(operation));
    }

    private void header(OperationView operation, DeskState state) {
        HBox unplug =
                Marked.whole(texts, Mark.ATTENTION, texts.get("operations.doNotUnplug"), "strong");
        Bits.shown(unplug, OperationWords.doNotUnplug(operation));
        String me = state.preferences().getOrDefault("name", "");
        Label meta =
                Bits.whole(
                        texts.get(
                                "operations.meta",
                                "by",
                                words.by(operation, me),
                                "plan",
                                operation.plan().shortId(),
                                "time",
                                texts.figures().dateTime(operation.begun(), ui.zone())),
                        "note");
        header.getChildren()
                .setAll(
                        Bits.button(texts.get("operations.back"), back, "small"),
                        Bits.line(words.title(operation, state.collective()), "page-title"),
                        Marked.whole(texts, Marks.of(operation), words.state(operation)),
                        unplug,
                        Bits.spring(),
                        meta);
    }

    private void ways(OperationView operation, DeskState state) {
        ways.getChildren().clear();
        if (OperationWords.waitsForVault(operation, state)) {
            ways.getChildren().add(vault());
        }
        operation
                .handOver()
                .filter(word -> !word.isEmpty())
                .ifPresent(word -> ways.getChildren().add(word(word)));
        OperationWords.hands(operation)
                .forEach(s -> ways.getChildren().add(new HandsCard(ui, operation, s)));
        if (operation.state() == OperationView.State.STOPPED && !operation.steps().isEmpty()) {
            ways.getChildren().add(new StoppedCard(texts, operation));
        }
        ways.getChildren().add(new NextCard(ui, operation));
    }

    private VBox vault() {
        Button open =
                Bits.button(
                        texts.get("top.unlock"),
                        () -> ui.navigator().show(Fault.of(OwnError.VAULT_LOCKED, "")),
                        "accent");
        VBox card =
                Bits.column(
                        8,
                        Bits.line(texts.get("operations.vault"), "section-title"),
                        Bits.text(texts.get("operations.vault.text")),
                        open);
        card.getStyleClass().add("card");
        return card;
    }

    private VBox word(String word) {
        VBox card =
                Bits.column(
                        8,
                        Bits.line(texts.get("operations.word"), "section-title"),
                        Bits.text(word));
        card.getStyleClass().add("card");
        return card;
    }
}
