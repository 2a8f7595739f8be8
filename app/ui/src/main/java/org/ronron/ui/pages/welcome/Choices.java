package org.ronron.ui.pages.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Language and theme, kept as preferences of this person on this machine. */
final class Choices extends HBox {
    private final Ui ui;
    private final Texts texts;
    private final ComboBox<String> language;
    private final ComboBox<String> theme;
    private boolean drawing;

    Choices(Ui ui) {
        super(16);
        this.ui = ui;
        this.texts = ui.texts();
        this.language = choice("language", List.of("fr", "en"));
        this.theme = choice("theme", List.of("system", "light", "dark"));
        setAlignment(Pos.CENTER);
        getStyleClass().add("choices");
        getChildren().addAll(named("language", language), named("theme", theme));
    }

    void show(DeskState state) {
        drawing = true;
        language.setValue(
                state.preferences().getOrDefault("language", texts.locale().getLanguage()));
        theme.setValue(state.preferences().getOrDefault("theme", "system"));
        drawing = false;
    }

    private HBox named(String key, ComboBox<String> box) {
        Label label = Bits.line(texts.get("welcome." + key), "note");
        label.setLabelFor(box);
        HBox pair = Bits.row(8, label, box);
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private ComboBox<String> choice(String key, List<String> values) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("choice-" + key);
        box.getItems().setAll(values);
        box.getStyleClass().add("small");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null ? "" : texts.get("welcome." + key + "." + value);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        box.valueProperty()
                .addListener(
                        (of, before, now) -> {
                            if (!drawing && now != null) {
                                Asking.run(ui, ui.desk().setPreference(key, now), () -> {});
                            }
                        });
        return box;
    }
}
