package org.ronron.ui.pages.operations;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** In an inspector: the operation that is at work on what it shows, with a way to it. */
public final class UnderWay extends HBox {
    /**
     * @param see key of the words on the button
     * @param id of the button
     */
    public UnderWay(Ui ui, OperationView operation, Collective collective, String see, String id) {
        super(8);
        OperationWords words = new OperationWords(ui.texts());
        Label what = Bits.text(words.title(operation, Optional.of(collective)), "strong");
        VBox both = Bits.column(2, what, Bits.text(words.state(operation), "note"));
        HBox.setHgrow(both, Priority.ALWAYS);
        Button way =
                Bits.button(
                        ui.texts().get(see),
                        () -> ui.navigator().operation(operation.id()),
                        "small");
        way.setId(id);
        getChildren().setAll(both, way);
        setAlignment(Pos.CENTER_LEFT);
        boolean stopped = operation.state() == OperationView.State.STOPPED;
        getStyleClass().addAll("row", "says", stopped ? "says-attention" : "says-busy");
    }
}
