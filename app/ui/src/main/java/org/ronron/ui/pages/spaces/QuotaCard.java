package org.ronron.ui.pages.spaces;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Space;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Asks for another quota: one of the blueprint's sizes, or any other. */
final class QuotaCard extends VBox {
    private static final double KEYS = 150;
    private static final double GIB = 1L << 30;

    private final Texts texts;
    private final Space space;
    private final ComboBox<Long> sizes = new ComboBox<>();
    private final TextField other = new TextField();
    private final Label note = Bits.text("", "note");
    private final Button go;

    /**
     * @param chosen takes the blueprint's option with its new value
     */
    QuotaCard(Ui ui, Space space, Blueprint.Option option, Consumer<Map<String, String>> chosen) {
        super(12);
        this.texts = ui.texts();
        this.space = space;
        getStyleClass().addAll("card", "dialog");
        Set<Long> choices = new LinkedHashSet<>();
        option.choices().forEach(c -> choices.add(Long.parseLong(c)));
        sizes.getItems().setAll(choices);
        sizes.setId("quota-size");
        sizes.setConverter(new Bytes());
        OptionalLong now = SpaceFacts.quota(space);
        sizes.setValue(
                now.isPresent() && choices.contains(now.getAsLong())
                        ? now.getAsLong()
                        : Long.parseLong(option.preset()));
        other.setId("quota-other");
        other.setPromptText(texts.get("spaces.quota.prompt"));
        go =
                Bits.button(
                        texts.get("spaces.readPlan"),
                        () -> chosen.accept(Map.of(option.key(), Long.toString(bytes()))),
                        "accent");
        go.setId("quota-go");
        sizes.valueProperty().addListener((of, before, after) -> check());
        other.textProperty().addListener((of, before, after) -> check());
        getChildren()
                .add(
                        Bits.text(
                                texts.get("spaces.quota.title", "name", space.name()),
                                "card-title"));
        getChildren().add(rows(now));
        getChildren()
                .addAll(
                        note,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
        check();
    }

    private KeyValues rows(OptionalLong now) {
        KeyValues rows = new KeyValues(KEYS);
        rows.add(
                texts.get("spaces.quota.now"),
                now.isPresent()
                        ? texts.figures().bytes(now.getAsLong())
                        : texts.get("spaces.notKnown"));
        OptionalLong used = SpaceFacts.used(space);
        if (used.isPresent()) {
            rows.add(texts.get("spaces.quota.used"), texts.figures().bytes(used.getAsLong()));
        }
        rows.add(texts.get("spaces.quota.next"), sizes);
        rows.add(texts.get("spaces.quota.other"), other);
        return rows;
    }

    /** What was typed, else what was chosen; 0 when what was typed is no size. */
    private long bytes() {
        String typed = other.getText().strip().replace(',', '.');
        if (typed.isEmpty()) {
            return sizes.getValue() == null ? 0 : sizes.getValue();
        }
        return typed.matches("\\d{1,6}(\\.\\d{1,3})?")
                ? Math.round(Double.parseDouble(typed) * GIB)
                : 0;
    }

    private void check() {
        long wished = bytes();
        OptionalLong used = SpaceFacts.used(space);
        boolean small = wished > 0 && used.isPresent() && wished < used.getAsLong();
        note.setText(
                wished <= 0
                        ? texts.get("spaces.quota.wrong")
                        : small ? texts.get("spaces.quota.small") : texts.get("spaces.quota.why"));
        go.setDisable(wished <= 0);
    }

    private final class Bytes extends StringConverter<Long> {
        @Override
        public String toString(@Nullable Long bytes) {
            return bytes == null ? "" : texts.figures().bytes(bytes);
        }

        @Override
        public Long fromString(String text) {
            throw new UnsupportedOperationException(text.toLowerCase(Locale.ROOT));
        }
    }
}
