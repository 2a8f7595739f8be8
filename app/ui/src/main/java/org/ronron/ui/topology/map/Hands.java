package org.ronron.ui.topology.map;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The pointer on the picture: a machine is carried, all else is pushed; the wheel zooms. */
final class Hands {
    private static final double BEGINS = 6;
    private static final double WHEEL = 1.0015;

    private final TopologyMap map;
    private final MapEvents events;
    private Hit pressed = Hit.NOTHING;
    private double fromX;
    private double fromY;
    private double lastX;
    private double lastY;
    private boolean moving;

    Hands(TopologyMap map, MapEvents events) {
        this.map = map;
        this.events = events;
    }

    void listen() {
        map.setOnMousePressed(this::press);
        map.setOnMouseDragged(this::drag);
        map.setOnMouseReleased(this::release);
        map.setOnMouseMoved(this::hover);
        map.setOnMouseExited(e -> map.line("", 0, 0));
        map.setOnScroll(this::scroll);
        map.setOnZoom(e -> map.zoomBy(e.getZoomFactor(), e.getX(), e.getY()));
    }

    private void press(MouseEvent event) {
        map.requestFocus();
        map.line("", 0, 0);
        pressed = map.at(event.getX(), event.getY());
        map.cursor(pressed.node());
        fromX = event.getX();
        fromY = event.getY();
        lastX = fromX;
        lastY = fromY;
        moving = false;
        event.consume();
    }

    private void drag(MouseEvent event) {
        moving |= Math.hypot(event.getX() - fromX, event.getY() - fromY) >= BEGINS;
        if (!moving) {
            return;
        }
        if (pressed.node().isEmpty() || event.getButton() == MouseButton.MIDDLE) {
            map.setCursor(Cursor.CLOSED_HAND);
            map.panBy(event.getX() - lastX, event.getY() - lastY);
        } else {
            events.carried(pressed.node(), event);
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void release(MouseEvent event) {
        map.setCursor(null);
        if (moving && !pressed.node().isEmpty()) {
            events.dropped();
        } else if (!moving) {
            events.chosen(pressed, event.isShortcutDown() || event.isShiftDown());
        }
        moving = false;
        event.consume();
    }

    private void hover(MouseEvent event) {
        Hit hit = map.at(event.getX(), event.getY());
        map.setCursor(hit.node().isEmpty() ? null : Cursor.HAND);
        map.line(events.line(hit), event.getX(), event.getY());
    }

    /** Trackpads push with two fingers and zoom with the key; a wheel zooms. */
    private void scroll(ScrollEvent event) {
        if (event.isShiftDown() || event.getDeltaX() != 0) {
            map.panBy(event.getDeltaX() + (event.isShiftDown() ? event.getDeltaY() : 0), 0);
        } else {
            map.zoomBy(Math.pow(WHEEL, event.getDeltaY() * 4), event.getX(), event.getY());
        }
        event.consume();
    }
}
