package org.ronron.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Logo;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** Whose machines, find anything, how old the picture is, whether Ronron may write. */
final class TopBar extends HBox {
    private final Ui ui;
    private final StatusWords words;
    private final HBox brand;
    private final CollectiveMenu menu;
    private final StateMark systemsMark;
    private final Label systems = Bits.whole("", "systems");
    private final StateMark writingMark;
    private final Label writing = Bits.whole("");
    private final HBox chip;
    private final HBox seen;
    private final Button readOnly;
    private final VaultSign vault;
    private final Button notices = new Button();
    private @Nullable DeskState shown;

    TopBar(Ui ui, Runnable search, Runnable unlock) {
        super(14);
        this.ui = ui;
        this.words = new StatusWords(ui.texts());
        this.menu = new CollectiveMenu(ui);
        Texts texts = ui.texts();
        systemsMark = new StateMark(Mark.UNKNOWN, texts);
        writingMark = new StateMark(Mark.TODO, texts);
        chip = Bits.row(6, new StackPane(writingMark), writing);
        seen = Bits.row(6, new StackPane(systemsMark), systems);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        brand = Bits.row(10, new Logo(false), Bits.whole("Ronron", "brand"));
        brand.getStyleClass().add("brand-box");
        writing.setId("writing");
        systems.setId("systems");
        chip.getStyleClass().add("writing-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setMaxHeight(USE_PREF_SIZE);
        readOnly = Bits.button(texts.get("top.readOnlyAll"), this::lock, "small");
        readOnly.setId("read-only-all");
        vault = new VaultSign(ui, unlock);
        notices.setId("received");
        notices.getStyleClass().addAll("flat", "icon-button");
        notices.setGraphic(Icons.of("fth-bell"));
        notices.setTooltip(new Tooltip(texts.get("notices.title")));
        notices.setAccessibleText(texts.get("notices.title"));
        notices.setOnAction(e -> ui.navigator().overlay(new NoticesCard(ui)));
        getChildren()
                .addAll(
                        brand,
                        menu,
                        search(search),
                        Bits.spring(),
                        notices,
                        seen,
                        vault,
                        chip,
                        readOnly);
    }

    private Button search(Runnable open) {
        Button search = new Button(ui.texts().get("top.search"));
        search.getStyleClass().add("search");
        search.setId("search");
        Label cap = Bits.whole("Ctrl K", "key-cap");
        HBox inside = Bits.row(8, Icons.of("fth-search"), Bits.line(search.getText(), "secondary"));
        HBox line = Bits.row(8, inside, Bits.spring(), cap);
        search.setAccessibleText(search.getText());
        search.setText("");
        search.setGraphic(line);
        search.setMaxWidth(440);
        search.setPrefWidth(440);
        line.prefWidthProperty().bind(search.widthProperty().subtract(22));
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.setOnAction(e -> open.run());
        return search;
    }

    private void lock() {
        Asking.run(
                ui,
                ui.desk().readOnlyAll(),
                () -> ui.navigator().say(ui.texts().get("top.nowReadOnly")));
    }

    void fold(boolean folded) {
        vault.fold(folded);
        Bits.shown(brand.getChildren().get(1), !folded);
        if (folded) {
            brand.getStyleClass().add("folded");
        } else {
            brand.getStyleClass().remove("folded");
        }
    }

    void show(DeskState state) {
        shown = state;
        menu.show(state);
        boolean connected = state.collective().filter(c -> !c.kind().equals("sample")).isPresent();
        Bits.shown(seen, state.collective().isPresent());
        Bits.shown(chip, connected);
        Bits.shown(readOnly, connected);
        vault.show(state);
        Bits.shown(notices, NoticesCard.any(state));
        systemsMark.show(words.mark(state));
        tick(ui.clock().instant());
    }

    /** Ages grow by themselves. */
    void tick(Instant now) {
        if (shown == null) {
            return;
        }
        systems.setText(words.systems(shown, now).orElse(""));
        Optional<Duration> left = StatusWords.writing(shown, now);
        writing.setText(words.writingWords(left));
        writingMark.show(left.isPresent() ? Mark.WRITING : Mark.TODO);
        readOnly.setDisable(left.isEmpty());
    }
}
