package org.ronron.ui.pages.operations;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** A word for the colleague who goes on. */
final class HandOver extends VBox {
    HandOver(Ui ui, String operationId) {
        super(12);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        TextArea word = new TextArea();
        word.setPrefRowCount(4);
        word.setWrapText(true);
        word.setId("hand-over-word");
        Label ask = Bits.text(texts.get("operations.handOver.ask"), "secondary");
        ask.setLabelFor(word);
        Button send =
                Bits.button(
                        texts.get("operations.handOver.send"),
                        () ->
                                Asking.run(
                                        ui,
                                        ui.desk()
                                                .operations()
                                                .handOver(operationId, word.getText().strip()),
                                        () -> ui.navigator().closeOverlay()),
                        "accent");
        send.disableProperty().bind(word.textProperty().map(text -> text.isBlank()).orElse(true));
        HBox buttons =
                Bits.row(
                        8,
                        Bits.spring(),
                        Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                        send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        Bits.line(texts.get("operations.handOver"), "section-title"),
                        ask,
                        word,
                        buttons);
    }
}
