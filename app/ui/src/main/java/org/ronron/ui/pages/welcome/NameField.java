package org.ronron.ui.pages.welcome;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.ronron.core.desk.DeskState;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Asks the volunteer's name, once. */
final class NameField extends HBox {
    private final Ui ui;
    private final TextField field = new TextField();
    private String kept = "";

    NameField(Ui ui) {
        super(8);
        this.ui = ui;
        Texts texts = ui.texts();
        setAlignment(Pos.CENTER);
        getStyleClass().add("name-field");
        field.setId("welcome-name");
        field.setPromptText(texts.get("welcome.name.prompt"));
        field.setPrefWidth(220);
        Label label = Bits.line(texts.get("welcome.name"), "secondary");
        label.setLabelFor(field);
        field.setOnAction(e -> keep());
        field.focusedProperty()
                .addListener(
                        (of, before, now) -> {
                            if (!now) {
                                keep();
                            }
                        });
        getChildren().addAll(label, field);
    }

    void show(DeskState state) {
        Optional<String> name = name(state);
        Bits.shown(this, name.isEmpty());
    }

    static Optional<String> name(DeskState state) {
        return Optional.ofNullable(state.preferences().get("name")).filter(n -> !n.isBlank());
    }

    /** Keeps what was typed, if anything was. */
    void keep() {
        String typed = field.getText().strip();
        if (!typed.isEmpty() && !typed.equals(kept)) {
            kept = typed;
            Asking.run(ui, ui.desk().setPreference("name", typed), () -> {});
        }
    }
}
