package org.ronron.ui.pages.spaces;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Space;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Asks for another office suite. */
final class OfficeCard extends VBox {
    private static final double KEYS = 150;

    /**
     * @param chosen takes the blueprint's option with its new value
     */
    OfficeCard(Ui ui, Space space, Blueprint.Option option, Consumer<Map<String, String>> chosen) {
        super(12);
        Texts texts = ui.texts();
        SpaceFacts facts = new SpaceFacts(ui);
        getStyleClass().addAll("card", "dialog");
        String now = SpaceFacts.suite(space);
        ComboBox<String> suites = new ComboBox<>();
        suites.setId("office-suite");
        suites.getItems().setAll(option.choices());
        suites.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null ? "" : facts.choice(option.key(), value);
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
        suites.setValue(option.choices().contains(now) ? now : option.preset());
        Button go =
                Bits.button(
                        texts.get("spaces.readPlan"),
                        () -> chosen.accept(Map.of(option.key(), suites.getValue())),
                        "accent");
        go.setId("office-go");
        go.disableProperty().bind(suites.valueProperty().isEqualTo(now));
        KeyValues rows = new KeyValues(KEYS);
        rows.add(
                texts.get("spaces.office.now"),
                now.isEmpty() ? texts.get("spaces.notKnown") : facts.choice(option.key(), now));
        rows.add(texts.get("spaces.office.next"), suites);
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("spaces.office.title", "name", space.name()),
                                "card-title"),
                        rows,
                        Bits.text(texts.get("spaces.office.why"), "note"),
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
    }
}
