package org.ronron.ui.topology;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** Carries machines over the picture with plain mouse events: a ghost, a target, its forecast. */
final class Dragging {
    private static final double BEGINS = 6;
    private static final double GAP = 10;
    private static final Duration SETTLED = Duration.millis(120);

    private final Ui ui;
    private final Pane layer;
    private final Supplier<List<ZoneCard>> zones;
    private final Function<Node, List<Node>> held;
    private final Moving moving;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private Point2D from = Point2D.ZERO;
    private List<Node> nodes = List.of();
    private @Nullable Label ghost;
    private @Nullable ZoneCard over;
    private @Nullable ForecastCard forecast;

    /**
     * @param layer over the picture; what is drawn on it lets the mouse through
     * @param held what is carried when this machine is taken: itself, or all that are selected
     */
    Dragging(
            Ui ui,
            Pane layer,
            Supplier<List<ZoneCard>> zones,
            Function<Node, List<Node>> held,
            Moving moving) {
        this.ui = ui;
        this.layer = layer;
        this.zones = zones;
        this.held = held;
        this.moving = moving;
        layer.setMouseTransparent(true);
    }

    void pressed(MouseEvent event) {
        from = new Point2D(event.getSceneX(), event.getSceneY());
    }

    boolean active() {
        return ghost != null;
    }

    void dragged(NodeCard card, MouseEvent event) {
        Point2D at = new Point2D(event.getSceneX(), event.getSceneY());
        if (ghost == null) {
            if (at.distance(from) < BEGINS) {
                return;
            }
            begin(card.node());
        }
        follow(at);
        hover(under(at));
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

    private @Nullable ZoneCard under(Point2D scene) {
        return zones.get().stream()
                .filter(z -> z.contains(z.sceneToLocal(scene)))
                .filter(this::wouldChange)
                .findFirst()
                .orElse(null);
    }

    private boolean wouldChange(ZoneCard zone) {
        return !zone.name().isEmpty()
                && nodes.stream().anyMatch(n -> !n.zone().equals(zone.name()));
    }

    private void hover(@Nullable ZoneCard zone) {
        if (zone == over) {
            return;
        }
        leave();
        over = zone;
        if (zone != null) {
            zone.dropping(true);
            ForecastCard card = new ForecastCard(ui.texts(), nodes, zone.name());
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
                            moving.forecast(card, nodes, zone.name());
                        }
                    });
            settled.playFromStart();
        }
    }

    private void leave() {
        settled.stop();
        if (over != null) {
            over.dropping(false);
        }
        if (forecast != null) {
            layer.getChildren().remove(forecast);
        }
        over = null;
        forecast = null;
    }

    /** Beside the zone, never over it: right of it, else left, else below or above. */
    private void place(ForecastCard card, ZoneCard zone) {
        Bounds target = layer.sceneToLocal(zone.localToScene(zone.getLayoutBounds()));
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

    /** Drops what is held; true when something was being carried. */
    boolean released() {
        boolean carried = active();
        ZoneCard target = over;
        List<Node> dropped = nodes;
        end();
        if (carried && target != null) {
            moving.ask(
                    dropped.stream().filter(n -> !n.zone().equals(target.name())).toList(),
                    target.name(),
                    target);
        }
        return carried;
    }

    void end() {
        leave();
        layer.getChildren().clear();
        ghost = null;
        nodes = List.of();
    }
}
