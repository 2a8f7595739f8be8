package org.ronron.ui.topology;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Node;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;
import org.ronron.ui.topology.map.Hit;
import org.ronron.ui.topology.map.Marks;
import org.ronron.ui.topology.map.TopologyMap;

/** Carries machines over the picture with plain mouse events: a ghost, a target, its forecast. */
final class Dragging {
    private static final double GAP = 10;
    private static final Duration SETTLED = Duration.millis(120);

    private final Ui ui;
    private final Pane layer;
    private final TopologyMap map;
    private final Function<Node, List<Node>> held;
    private final Moving moving;
    private final Runnable marks;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private List<Node> nodes = List.of();
    private @Nullable Label ghost;
    private String over = Marks.NOWHERE;
    private @Nullable ForecastCard forecast;

    /**
     * @param layer over the picture; what is drawn on it lets the mouse through
     * @param held what is carried when this machine is taken: itself, or all that are selected
     * @param marks told when another zone is the target
     */
    Dragging(
            Ui ui,
            Pane layer,
            TopologyMap map,
            Function<Node, List<Node>> held,
            Moving moving,
            Runnable marks) {
        this.ui = ui;
        this.layer = layer;
        this.map = map;
        this.held = held;
        this.moving = moving;
        this.marks = marks;
        layer.setMouseTransparent(true);
    }

    boolean active() {
        return ghost != null;
    }

    /** The zone that something is held over. */
    String over() {
        return over;
    }

    void dragged(Node taken, MouseEvent event) {
        if (ghost == null) {
            begin(taken);
        }
        follow(new Point2D(event.getSceneX(), event.getSceneY()));
        hover(map.at(event.getX(), event.getY()));
    }

    private void begin(Node taken) {
        nodes = held.apply(taken);
        String what =
                nodes.size() == 1 ? taken.name() : ui.texts().count("topology.nodes", nodes.size());
        Label made = Bits.whole(what, "ghost", "node-name");
        layer.getChildren().setAll(made);
        ghost = made;
    }

    private void follow(Point2D scene) {
        if (ghost != null) {
            Point2D at = layer.sceneToLocal(scene);
            ghost.autosize();
            ghost.relocate(at.getX() + 8, at.getY() + 8);
        }
    }

    private boolean wouldChange(Hit hit) {
        return hit.inZone()
                && !hit.zone().isEmpty()
                && nodes.stream().anyMatch(n -> !n.zone().equals(hit.zone()));
    }

    private void hover(Hit hit) {
        String zone = wouldChange(hit) ? hit.zone() : Marks.NOWHERE;
        if (zone.equals(over)) {
            return;
        }
        leave();
        over = zone;
        marks.run();
        if (!zone.equals(Marks.NOWHERE)) {
            ForecastCard card = new ForecastCard(ui.texts(), nodes, zone);
            card.getStyleClass().add("beside");
            forecast = card;
            layer.getChildren().add(card);
            card.heightProperty().addListener(h -> place(card, zone));
            card.applyCss();
            card.autosize();
            place(card, zone);
            settled.setOnFinished(
                    e -> {
                        if (card == forecast) {
                            moving.forecast(card, nodes, zone);
                        }
                    });
            settled.playFromStart();
        }
    }

    private void leave() {
        settled.stop();
        if (forecast != null) {
            layer.getChildren().remove(forecast);
        }
        over = Marks.NOWHERE;
        forecast = null;
    }

    /** Beside the zone, never over it: right of it, else left, else below or above. */
    private void place(ForecastCard card, String zone) {
        Optional<Bounds> found =
                map.part("zone-" + zone).map(p -> layer.sceneToLocal(map.localToScene(p.bounds())));
        if (found.isEmpty()) {
            return;
        }
        Bounds target = found.get();
        double width = card.getWidth();
        double height = card.getHeight();
        double x = target.getMaxX() + GAP;
        double y = target.getMinY();
        if (x + width > layer.getWidth()) {
            x = target.getMinX() - GAP - width;
        }
        if (x < 0) {
            x = Math.clamp(target.getMinX(), 0, Math.max(0, layer.getWidth() - width));
            y = target.getMaxY() + GAP;
            if (y + height > layer.getHeight()) {
                y = target.getMinY() - GAP - height;
            }
        } else {
            y = Math.clamp(y, 0, Math.max(0, layer.getHeight() - height));
        }
        card.relocate(x, y);
    }

    /** Drops what is held. */
    void dropped() {
        String target = over;
        List<Node> dropped = nodes;
        boolean carried = active();
        end();
        if (carried && !target.equals(Marks.NOWHERE)) {
            moving.ask(
                    dropped.stream().filter(n -> !n.zone().equals(target)).toList(),
                    target,
                    map.anchor(target));
        }
    }

    void end() {
        leave();
        layer.getChildren().clear();
        ghost = null;
        nodes = List.of();
        marks.run();
    }
}
