package org.ronron.ui.window;

import java.util.Locale;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** A fault in words: what happened, what was or was not changed, the remedy, and small its code. */
final class FaultCard extends VBox {
    FaultCard(Fault fault, Texts texts, Runnable close) {
        super(10);
        getStyleClass().addAll("card", "dialog", "fault-edge");
        getChildren()
                .addAll(
                        Bits.row(
                                8,
                                Bits.line(texts.get("fault.title"), "card-title"),
                                Bits.spring(),
                                Bits.whole(fault.code().id(), "code-of-error")),
                        Bits.text(texts.what(fault)),
                        Bits.text(effect(fault, texts), "strong"),
                        Bits.text(
                                texts.get("fault.remedy", "remedy", texts.remedy(fault)),
                                "secondary"),
                        Bits.row(8, Bits.spring(), Bits.button(texts.get("fault.close"), close)));
    }

    private static String effect(Fault fault, Texts texts) {
        return texts.get("effect." + fault.effect().name().toLowerCase(Locale.ROOT));
    }
}
