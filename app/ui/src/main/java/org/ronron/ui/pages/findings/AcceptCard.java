package org.ronron.ui.pages.findings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.DayWords;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Accepts a finding for a time: why, and when to look again. */
final class AcceptCard extends VBox {
    private static final double KEYS = 110;

    private final Ui ui;
    private final Texts texts;
    private final Finding finding;
    private final TextField reason = new TextField();
    private final DatePicker until = new DatePicker();
    private final Label note = Bits.text("", "note");
    private final Button go;
    private final LocalDate today;

    AcceptCard(Ui ui, Finding finding) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.finding = finding;
        this.today = LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        getStyleClass().addAll("card", "dialog");
        setId("accept-card");
        reason.setId("accept-reason");
        reason.setPromptText(texts.get("findings.accept.prompt"));
        reason.textProperty().addListener((of, was, now) -> judge());
        until.setId("accept-until");
        until.setConverter(new Days());
        until.setValue(today.plusMonths(1));
        until.getEditor().textProperty().addListener((of, was, now) -> judge());
        until.setMaxWidth(150);
        go = Bits.button(texts.get("findings.accept.go"), this::accept, "accent");
        go.setId("accept-go");
        go.setDefaultButton(true);
        KeyValues rows = new KeyValues(KEYS);
        rows.add(texts.get("findings.accept.reason"), reason);
        rows.add(texts.get("findings.accept.until"), until);
        getChildren()
                .addAll(
                        Bits.text(texts.get("findings.accept.title"), "card-title"),
                        Bits.text(FindingWords.of(ui).what(finding), "strong"),
                        Bits.text(texts.get("findings.accept.why"), "secondary"),
                        rows,
                        note,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
        judge();
    }

    /** The day as it stands in the field, also before it was left. */
    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(until.getConverter().fromString(until.getEditor().getText()))
                    .filter(d -> d.isAfter(today) && !d.isAfter(today.plusYears(1)));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private void judge() {
        boolean said = !reason.getText().isBlank();
        note.setText(
                day().map(
                                d ->
                                        texts.get(
                                                said
                                                        ? "findings.accept.note"
                                                        : "findings.accept.noReason",
                                                "day",
                                                new DayWords(texts, ui.zone()).date(d, today)))
                        .orElseGet(() -> texts.get("findings.accept.noDay")));
        go.setDisable(!said || day().isEmpty());
    }

    private void accept() {
        LocalDate day = day().orElseThrow();
        String words = reason.getText().strip();
        go.setDisable(true);
        Asking.ask(
                ui,
                ui.desk().findings().accept(finding, words, day),
                done -> {
                    ui.navigator().closeOverlay();
                    ui.navigator()
                            .say(
                                    texts.get(
                                            "findings.accepted",
                                            "day",
                                            new DayWords(texts, ui.zone()).date(day, today)));
                },
                fault -> {
                    go.setDisable(false);
                    ui.navigator().show(fault);
                });
    }

    /** Days as this language writes them, whatever the machine's own is. */
    private final class Days extends StringConverter<LocalDate> {
        private final DateTimeFormatter format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(texts.locale());

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : format.format(day);
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip(), format);
        }
    }
}
