package org.ronron.ui.pages.operations;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.Operations;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.SpaceChange;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Permission;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** And now? The ways on from where the operation stands. */
final class NextCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Operations operations;
    private final OperationView operation;
    private boolean first = true;

    NextCard(Ui ui, OperationView operation) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        this.operations = ui.desk().operations();
        this.operation = operation;
        getStyleClass().addAll("card", "next");
        getChildren().add(Bits.line(texts.get("operations.next"), "section-title"));
        switch (operation.state()) {
            case STOPPED -> stopped();
            case RUNNING, WAITING -> {
                way("operations.cancel", () -> run(operations.cancel(operation.id())));
                handOver();
                first = false;
            }
            case CANCELLED -> {
                way("operations.resume", () -> run(operations.tryAgain(operation.id())));
                undo();
                handOver();
            }
            case DONE -> done();
        }
        Bits.shown(this, getChildren().size() > 1);
    }

    /** A remedy leads back to what it mended. */
    private void done() {
        Optional<Mend> mended =
                operation.plan().changes().stream()
                        .filter(Mend.class::isInstance)
                        .map(Mend.class::cast)
                        .findFirst();
        Optional<SpaceChange> space = operation.plan().space();
        if (mended.isEmpty() && space.isPresent()) {
            space(space.get());
            return;
        }
        if (mended.isEmpty()) {
            undo();
            return;
        }
        Button back =
                button(
                        texts.get("operations.mended", "subject", mended.get().subject()),
                        () -> ui.navigator().operation(mended.get().operationId()));
        back.setId("operation-mended");
        back.getStyleClass().add("accent");
        getChildren().add(back);
    }

    /** What was done for a space is not undone as a whole: it is changed again, or removed. */
    private void space(SpaceChange change) {
        if (!(change instanceof AnswerRequest)) {
            way("operations.space", () -> ui.navigator().space(change.subject()));
        }
    }

    private void stopped() {
        int at = Math.min(OperationWords.standing(operation), operation.steps().size() - 1);
        StepState state = operation.steps().get(at).state();
        String n = texts.figures().whole(at + 1L);
        if (state == StepState.APPEARED || state == StepState.UNKNOWN) {
            String key = state == StepState.APPEARED ? "operations.ours" : "operations.seenDone";
            add(texts.get(key), () -> run(operations.confirm(operation.id(), at)));
        }
        if (operation.steps().get(at).fault().filter(Permission::isMissing).isPresent()) {
            way(
                    "operations.allow",
                    () ->
                            run(
                                    Permission.give(ui.desk(), operation.plan())
                                            .thenCompose(
                                                    given -> operations.tryAgain(operation.id()))));
        }
        add(
                texts.get("operations.tryAgain", "n", n),
                () -> run(operations.tryAgain(operation.id())));
        undo();
        handOver();
        remedy();
    }

    /** Where the system at which it stopped has a remedy to offer, that comes first. */
    private void remedy() {
        Asking.ask(ui, operations.remedy(operation.id()), plan -> offer(), none -> {});
    }

    private void offer() {
        getChildren().forEach(way -> way.getStyleClass().remove("accent"));
        Button way =
                button(
                        texts.get("operations.readRemedy"),
                        () ->
                                Asking.ask(
                                        ui,
                                        operations.remedy(operation.id()),
                                        ui.navigator()::review,
                                        ui.navigator()::show));
        way.setId("operation-remedy");
        way.getStyleClass().add("accent");
        getChildren().add(1, way);
    }

    private void undo() {
        int done = OperationWords.done(operation);
        if (done > 0) {
            add(
                    texts.count("operations.undo", done),
                    () ->
                            Asking.ask(
                                    ui,
                                    operations.undo(operation.id()),
                                    ui.navigator()::review,
                                    ui.navigator()::show));
        }
    }

    private void handOver() {
        way("operations.handOver", () -> ui.navigator().overlay(new HandOver(ui, operation.id())));
    }

    private void way(String key, Runnable action) {
        add(texts.get(key), action);
    }

    private void add(String label, Runnable action) {
        Button button = button(label, action);
        if (first && operation.state() == OperationView.State.STOPPED) {
            button.getStyleClass().add("accent");
        }
        first = false;
        getChildren().add(button);
    }

    private static Button button(String label, Runnable action) {
        Button button = Bits.button(label, action, "wide");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void run(CompletableFuture<Void> promise) {
        setDisable(true);
        promise.whenCompleteAsync((done, failed) -> setDisable(false), ui.fx());
        Asking.run(ui, promise, () -> {});
    }
}
