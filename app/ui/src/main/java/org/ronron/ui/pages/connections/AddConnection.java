package org.ronron.ui.pages.connections;

import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Ui;

/** A new connection: its type, its form, a try, and into the list, read-only. */
final class AddConnection extends VBox {
    private final Ui ui;
    private final Runnable close;
    private final StackPane bench = new StackPane();

    /**
     * @param close back to the list
     */
    AddConnection(Ui ui, Runnable close) {
        super(12);
        this.ui = ui;
        this.close = close;
        getChildren().addAll(types(), bench);
    }

    private FlowPane types() {
        Texts texts = ui.texts();
        FlowPane types = new FlowPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        for (Connector connector : ui.desk().connectors()) {
            String type = connector.descriptor().id();
            ToggleButton choice = new ToggleButton(texts.find(type, "connector.name").orElse(type));
            choice.setGraphic(Icons.of(connector.descriptor().icon()));
            choice.setId("type-" + type);
            choice.getStyleClass().add("type-choice");
            choice.setToggleGroup(group);
            choice.setOnAction(
                    e -> {
                        choice.setSelected(true);
                        choose(connector);
                    });
            types.getChildren().add(choice);
            if (group.getSelectedToggle() == null) {
                choice.setSelected(true);
                choose(connector);
            }
        }
        return types;
    }

    private void choose(Connector connector) {
        bench.getChildren().setAll(new ConnectionEditor(ui, connector, Optional.empty(), close));
    }
}
