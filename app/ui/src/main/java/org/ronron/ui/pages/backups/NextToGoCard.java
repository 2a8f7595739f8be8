package org.ronron.ui.pages.backups;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Backup;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The points that the next pruning would remove, by the tool's own dry run. */
final class NextToGoCard extends VBox {
    private static final double HIGHEST = 300;

    NextToGoCard(Ui ui, Backup backup, List<String> points) {
        super(12);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        setId("next-to-go");
        String tool = texts.find(backup.type(), "connector.name").orElse(backup.type());
        getChildren()
                .addAll(
                        Bits.text(texts.get("backups.next.title"), "card-title"),
                        Bits.text(texts.get("backups.next.why", "tool", tool), "secondary"));
        if (points.isEmpty()) {
            getChildren().add(Bits.text(texts.get("backups.next.none"), "strong"));
        } else {
            VBox list = Bits.column(4);
            points.forEach(p -> list.getChildren().add(Bits.text(p, "mono")));
            ScrollPane scroll = Bits.scroll(list);
            list.heightProperty()
                    .addListener(
                            h -> scroll.setPrefHeight(Math.min(HIGHEST, list.getHeight() + 2)));
            getChildren()
                    .addAll(
                            Bits.line(texts.count("backups.next.count", points.size()), "strong"),
                            scroll);
        }
        Button shut = Bits.button(texts.get("fault.close"), ui.navigator()::closeOverlay);
        getChildren().add(Bits.row(8, Bits.spring(), shut));
    }
}
