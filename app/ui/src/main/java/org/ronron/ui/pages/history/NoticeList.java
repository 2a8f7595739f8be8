package org.ronron.ui.pages.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.NoticeFact;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Chip;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Plain;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** Messages that were received, newest first; what others wrote is shown as letters, no more. */
final class NoticeList extends ListView<NoticeFact> {
    /** From here on a phone rings. */
    private static final int LOUD = 8;

    private static final double SHORTEST = 7 * 33;
    private static final int LONGEST = 600;

    /** How long an age may stand before it is written anew. */
    private static final Duration AGES = Duration.ofSeconds(30);

    private final Ui ui;
    private final Texts texts;
    private List<NoticeFact> all = List.of();
    private Instant aged = Instant.EPOCH;

    NoticeList(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        setId("received");
        getStyleClass().addAll("card", "rows", "notices");
        setAccessibleText(texts.get("history.notices.all"));
        setPlaceholder(Bits.text(texts.get("history.notices.none"), "secondary"));
        setCellFactory(of -> new NoticeCell());
    }

    /** Shows those in which all the words stand. */
    void show(List<NoticeFact> notices, String search) {
        List<String> words = Arrays.asList(Plain.of(search).strip().split("\\s+"));
        List<NoticeFact> found =
                notices.stream()
                        .filter(
                                n -> {
                                    String plain =
                                            Plain.of(n.from() + " " + n.title() + " " + n.text());
                                    return words.stream().allMatch(plain::contains);
                                })
                        .toList();
        Instant now = ui.clock().instant();
        if (found.equals(all)) {
            if (now.isAfter(aged.plus(AGES))) {
                aged = now;
                refresh(); // it makes all cells anew, so only now and then
            }
            return;
        }
        aged = now;
        all = found;
        setMaxHeight(Math.max(SHORTEST, found.stream().mapToDouble(NoticeList::high).sum()));
        setItems(FXCollections.observableList(found));
    }

    /** About as high as it will be drawn: a few do not stand in a large empty card. */
    private static double high(NoticeFact notice) {
        int lines = notice.text().isBlank() ? 0 : 1 + notice.text().length() / 150;
        return 42 + 17.0 * (lines + notice.text().lines().count());
    }

    private final class NoticeCell extends ListCell<NoticeFact> {
        NoticeCell() {
            setPrefWidth(0); // as wide as the list: its words wrap
        }

        @Override
        protected void updateItem(@Nullable NoticeFact notice, boolean empty) {
            super.updateItem(notice, empty);
            setText(null);
            setGraphic(empty || notice == null ? null : drawn(notice));
        }

        private VBox drawn(NoticeFact notice) {
            Mark mark = notice.priority() >= LOUD ? Mark.ATTENTION : Mark.TODO;
            StateMark sign = new StateMark(mark, texts);
            sign.setAccessibleText(
                    texts.get(
                            "history.notices.priority",
                            "n",
                            texts.figures().whole(notice.priority())));
            Label age = Bits.whole(texts.figures().age(notice.at(), ui.clock().instant()), "note");
            boolean titled = !notice.title().isBlank();
            String title = letters(titled ? notice.title() : notice.from());
            HBox head = Bits.row(8, sign, Bits.line(title, "strong"));
            if (titled && !notice.from().isBlank()) {
                head.getChildren().add(new Chip(letters(notice.from())));
            }
            head.getChildren().addAll(Bits.spring(), age);
            VBox both = Bits.column(3, head);
            if (!notice.text().isBlank()) {
                both.getChildren().add(Bits.text(letters(notice.text()), "secondary"));
            }
            both.getStyleClass().add("notice");
            return both;
        }

        /** No control signs, nothing that turns the direction of writing, not without end. */
        private String letters(String text) {
            String plain = text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip();
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        }
    }
}
