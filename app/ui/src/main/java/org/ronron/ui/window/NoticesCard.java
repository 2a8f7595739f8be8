package org.ronron.ui.window;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.NoticeFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Subscription;
import org.ronron.core.model.Collective;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** What was received by systems that receive messages, newest first; it grows while it is open. */
final class NoticesCard extends VBox {
    private static final double HIGHEST = 420;

    /** From here on a phone rings. */
    private static final int LOUD = 8;

    private final Ui ui;
    private final VBox list = Bits.column(14);
    private @Nullable Subscription heard;
    private List<NoticeFact> shown = List.of();

    NoticesCard(Ui ui) {
        super(12);
        this.ui = ui;
        setId("notices");
        getStyleClass().addAll("card", "dialog");
        ScrollPane scroll = Bits.scroll(list);
        // How high wrapped words are is known once they have their width.
        list.heightProperty()
                .addListener(h -> scroll.setPrefHeight(Math.min(HIGHEST, list.getHeight() + 2)));
        getChildren()
                .addAll(
                        Bits.line(ui.texts().get("notices.title"), "card-title"),
                        scroll,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        ui.texts().get("fault.close"),
                                        ui.navigator()::closeOverlay)));
        show(ui.desk().state());
        sceneProperty().addListener((of, before, now) -> follow(now != null));
    }

    private void follow(boolean open) {
        if (open && heard == null) {
            heard = ui.desk().observe(state -> ui.fx().execute(() -> show(state)));
        } else if (!open && heard != null) {
            heard.close();
            heard = null;
        }
    }

    /** Whether there is anything to show. */
    static boolean any(DeskState state) {
        return !received(state).isEmpty();
    }

    private static List<NoticeFact> received(DeskState state) {
        return state.collective().map(Collective::notices).orElse(List.of());
    }

    private void show(DeskState state) {
        List<NoticeFact> received = received(state);
        if (received.equals(shown) && !list.getChildren().isEmpty()) {
            return;
        }
        shown = received;
        Instant now = ui.clock().instant();
        list.getChildren().setAll(received.stream().map(n -> line(n, now)).toList());
        if (received.isEmpty()) {
            list.getChildren().add(Bits.text(ui.texts().get("notices.none"), "secondary"));
        }
    }

    private HBox line(NoticeFact notice, Instant now) {
        String age = ui.texts().figures().age(notice.at(), now);
        String from = notice.from().isBlank() ? age : notice.from() + " · " + age;
        VBox text = Bits.column(2);
        if (!notice.title().isBlank()) {
            text.getChildren().add(Bits.text(notice.title(), "strong"));
        }
        text.getChildren().addAll(Bits.text(notice.text()), Bits.text(from, "secondary"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Mark mark = notice.priority() >= LOUD ? Mark.ATTENTION : Mark.TODO;
        HBox line = new HBox(10, new StateMark(mark, ui.texts()), text);
        line.setFillHeight(false);
        return line;
    }
}
