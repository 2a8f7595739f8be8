package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** One machine: its state, its name, what is free, and its bars. */
final class NodeCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double DISK = 7;

    private final NodePicture picture;
    private final List<BarView> bars = new ArrayList<>();
    private final Texts texts;

    NodeCard(
            NodePicture picture,
            Detail detail,
            BarPainter painter,
            Texts texts,
            CardEvents events) {
        super(4);
        this.picture = picture;
        this.texts = texts;
        Node node = picture.node();
        boolean coming = picture.place() == NodePicture.Place.COMING;
        getStyleClass().add("node");
        if (node.state() == Node.State.STALE) {
            getStyleClass().add("stale");
        }
        if (picture.place() == NodePicture.Place.LEAVING) {
            getStyleClass().add("leaving");
        }
        if (coming) {
            getStyleClass().add("coming");
        }
        setId((coming ? "coming-" : "node-") + node.name());
        getChildren().add(head(node));
        if (node.zoneByHand() && !coming) {
            getChildren().add(Bits.line(texts.get("topology.byHand"), "by-hand"));
        }
        bars(detail, painter);
        setFocusTraversable(!coming);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(picture.spoken());
        if (!coming) {
            listen(events);
        }
    }

    private NodeHead head(Node node) {
        Label name = Bits.line(node.name(), "node-name");
        String style =
                picture.place() != NodePicture.Place.HERE
                        ? "staged"
                        : switch (node.state()) {
                            case STALE -> "stale";
                            case BUSY -> "busy";
                            default -> closed(node) ? "busy" : "";
                        };
        Mark mark =
                picture.place() == NodePicture.Place.COMING ? Mark.STAGED : Mark.of(node.state());
        return new NodeHead(new StateMark(mark, texts), name, picture, style);
    }

    private static boolean closed(Node node) {
        return node.presences().stream().anyMatch(Node.Presence::closed);
    }

    private void bars(Detail detail, BarPainter painter) {
        if (detail.bar() == 0) {
            return;
        }
        boolean labels = detail != Detail.NO_LABELS;
        if (picture.told()) {
            add("topology.memory", picture.bars().memory(), detail.bar(), labels, painter);
            add("topology.cpu", picture.bars().cpu(), detail.bar(), labels, painter);
        } else {
            TopologyWords words = new TopologyWords(texts);
            size("topology.memory", words.memory(OptionalLong.empty(), node().memory()));
            if (node().cpu().isPresent()) {
                size("topology.cpu", words.cpu(OptionalLong.empty(), node().cpu()));
            }
        }
        if (detail == Detail.FULL && !picture.bars().disk().isEmpty()) {
            add("topology.disk", picture.bars().disk(), DISK, true, painter);
        }
    }

    private void add(
            String key, List<Cell> cells, double height, boolean labelled, BarPainter painter) {
        BarView bar = new BarView(painter, cells, height);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bars.add(bar);
        HBox row = Bits.row(4, bar);
        if (labelled) {
            row.getChildren().addFirst(Bits.line(texts.get(key), "bar-label"));
        }
        getChildren().add(row);
    }

    private void size(String key, String size) {
        getChildren()
                .add(
                        Bits.row(
                                4,
                                Bits.line(texts.get(key), "bar-label"),
                                Bits.line(size, "bar-figure")));
    }

    private void listen(CardEvents events) {
        setOnMousePressed(e -> events.pressed(this, e));
        setOnMouseDragged(e -> events.dragged(this, e));
        setOnMouseReleased(e -> events.released(this, e));
        setOnKeyPressed(e -> events.key(this, e));
    }

    NodePicture picture() {
        return picture;
    }

    Node node() {
        return picture.node();
    }

    void select(boolean selected, String group) {
        pseudoClassStateChanged(SELECTED, selected);
        bars.forEach(b -> b.mark(group));
    }

    void dim(boolean dim) {
        getStyleClass().remove("dim");
        if (dim) {
            getStyleClass().add("dim");
        }
    }

    /** The group of the cell under the pointer; empty when it is on none. */
    String groupUnder(MouseEvent event) {
        for (BarView bar : bars) {
            javafx.geometry.Point2D at = bar.sceneToLocal(event.getSceneX(), event.getSceneY());
            if (bar.contains(at)) {
                return bar.groupAt(at.getX());
            }
        }
        return "";
    }
}
