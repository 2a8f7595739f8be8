package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;

/** One place that fails as a whole, with its machines. */
final class ZoneCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ZonePicture picture;
    private final Detail detail;
    private final List<NodeCard> cards = new ArrayList<>();

    ZoneCard(
            ZonePicture picture,
            Detail detail,
            BarPainter painter,
            Texts texts,
            CardEvents events) {
        super(8);
        this.picture = picture;
        this.detail = detail;
        getStyleClass().add("zone");
        setId("zone-" + picture.name());
        // A click beside the zones lets go of what is selected; one on a card is no such click.
        setOnMouseClicked(MouseEvent::consume);
        Label name = Bits.line(picture.title(), "zone-name");
        name.setTooltip(new Tooltip(picture.title()));
        name.setFocusTraversable(true);
        name.setAccessibleRole(AccessibleRole.BUTTON);
        name.setAccessibleText(
                String.join(
                        ", ", picture.title(), picture.counts(), picture.memory(), picture.cpu()));
        name.setOnMouseClicked(e -> events.zone(picture.name()));
        name.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        events.zone(picture.name());
                        e.consume();
                    }
                });
        getChildren()
                .add(
                        Bits.column(
                                1,
                                new Ends(name, figure(picture.counts())),
                                new Ends(figure(picture.memory()), figure(picture.cpu()))));
        for (NodePicture node : picture.nodes()) {
            NodeCard card = new NodeCard(node, detail, painter, texts, events);
            cards.add(card);
            getChildren().add(card);
        }
        if (cards.isEmpty()) {
            getChildren().add(Bits.text(texts.get("topology.emptyZone"), "note"));
        }
    }

    private Label figure(String text) {
        Label figure = Bits.line(text, "zone-total");
        if (picture.staged()) {
            figure.getStyleClass().add("after");
        }
        return figure;
    }

    boolean shows(ZonePicture other, Detail level) {
        return picture.equals(other) && detail == level;
    }

    String name() {
        return picture.name();
    }

    List<NodeCard> cards() {
        return List.copyOf(cards);
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Takes the accent's dashes while something is held over it. */
    void dropping(boolean over) {
        getStyleClass().remove("dropping");
        if (over) {
            getStyleClass().add("dropping");
        }
    }
}
