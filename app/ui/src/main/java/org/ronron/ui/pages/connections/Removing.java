package org.ronron.ui.pages.connections;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Asks once before a connection goes: what goes with it, and what stays. */
final class Removing extends VBox {
    Removing(Ui ui, EndpointView endpoint) {
        super(12);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        Button remove =
                Bits.button(
                        texts.get("connections.remove.go"),
                        () ->
                                Asking.run(
                                        ui,
                                        ui.desk().remove(endpoint.id()),
                                        () -> ui.navigator().closeOverlay()),
                        "danger");
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("connections.remove.title", "name", endpoint.name()),
                                "section-title"),
                        Bits.text(texts.get("connections.remove.text"), "secondary"),
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                remove));
    }
}
