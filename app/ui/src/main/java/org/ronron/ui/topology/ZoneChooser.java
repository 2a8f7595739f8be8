package org.ronron.ui.topology;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** Where to: the zones there are, or a new one. */
final class ZoneChooser extends VBox {
    /**
     * @param zones names of zones, none empty
     */
    ZoneChooser(Texts texts, String title, List<String> zones, Consumer<String> chosen) {
        super(8);
        getStyleClass().addAll("card", "dialog");
        setId("zone-chooser");
        getChildren().add(Bits.text(title, "card-title"));
        VBox list = Bits.column(6);
        for (String zone : zones) {
            Button way = Bits.button(zone, () -> chosen.accept(zone), "truth");
            way.setId("to-" + zone);
            way.setMaxWidth(Double.MAX_VALUE);
            list.getChildren().add(way);
        }
        TextField other = new TextField();
        other.setId("to-other");
        other.setPromptText(texts.get("topology.otherZone"));
        other.setAccessibleText(texts.get("topology.otherZone"));
        Button go = Bits.button(texts.get("topology.choose"), () -> choose(other, chosen));
        go.disableProperty().bind(other.textProperty().map(String::isBlank));
        other.setOnAction(e -> choose(other, chosen));
        HBox.setHgrow(other, Priority.ALWAYS);
        getChildren().addAll(Bits.scroll(list), Bits.row(8, other, go));
    }

    private static void choose(TextField field, Consumer<String> chosen) {
        String typed = field.getText().strip();
        if (!typed.isEmpty()) {
            chosen.accept(typed);
        }
    }
}
