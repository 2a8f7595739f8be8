package org.ronron.ui.window;

import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Shortcuts, language and theme. */
final class HelpCard extends VBox {
    private static final List<String> KEYS =
            List.of(
                    "palette", "search", "move", "open", "several", "carry", "service", "zone",
                    "zoom", "push", "undo", "refresh", "escape");

    HelpCard(Ui ui) {
        super(12);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        KeyValues keys = new KeyValues(130);
        for (String key : KEYS) {
            keys.add(texts.get("help.key." + key), texts.get("help.does." + key));
        }
        getChildren()
                .addAll(
                        Bits.line(texts.get("rail.help"), "card-title"),
                        keys,
                        Bits.line(texts.get("help.choices"), "section-title"),
                        choices(ui, false),
                        Bits.line(texts.get("help.lock"), "section-title"),
                        choices(ui, true),
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        texts.get("fault.close"), ui.navigator()::closeOverlay)));
    }

    private static FlowPane choices(Ui ui, boolean locks) {
        FlowPane choices = new FlowPane(8, 8);
        for (Preference preference : Preference.values()) {
            if (preference.locks() == locks) {
                String text = ui.texts().get(preference.text());
                choices.getChildren().add(Bits.button(text, () -> preference.choose(ui), "small"));
            }
        }
        return choices;
    }
}
