package org.ronron.ui.window;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the page, in the scene: one card with the rest dimmed, or one beside an anchor.
 */
final class Overlays extends StackPane {
    private static final double GAP = 10;

    private final Region veil = new Region();
    private final Pane free = new Pane();
    private final ChangeListener<@Nullable Node> keepFocus = (of, before, now) -> hold(now);
    private final EventHandler<MouseEvent> outside = this::clicked;
    private final EventHandler<KeyEvent> escape = this::escaped;
    private @Nullable Region content;
    private @Nullable Node before;
    private boolean modal;

    Overlays() {
        veil.getStyleClass().add("veil");
        veil.setOnMouseClicked(e -> close());
        free.setPickOnBounds(false);
        setPickOnBounds(false);
    }

    boolean isOpen() {
        return content != null;
    }

    boolean shows(Region region) {
        return content != null && content.equals(region);
    }

    void overlay(Region card) {
        begin(card, true);
        card.getStyleClass().add("overlay-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(veil, card);
        card.applyCss(); // what scrolls has its parts only now, and the first of them the focus
        focusFirst(card);
        scene().focusOwnerProperty().addListener(keepFocus);
    }

    void beside(Region card, Node anchor) {
        begin(card, false);
        card.getStyleClass().add("beside");
        free.getChildren().setAll(card);
        getChildren().setAll(free);
        card.applyCss();
        card.autosize();
        place(card, anchor.localToScene(anchor.getLayoutBounds()));
        card.heightProperty()
                .addListener(h -> place(card, anchor.localToScene(anchor.getLayoutBounds())));
        focusFirst(card);
        scene().addEventFilter(MouseEvent.MOUSE_PRESSED, outside);
    }

    void close() {
        if (content == null) {
            return;
        }
        scene().focusOwnerProperty().removeListener(keepFocus);
        scene().removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
        scene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        content = null;
        free.getChildren().clear();
        getChildren().clear();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void begin(Region card, boolean dims) {
        Node owner = isOpen() ? before : scene().getFocusOwner();
        close();
        before = owner;
        content = card;
        modal = dims;
        scene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }

    /** Right of the anchor, else left of it, else below: never over it. */
    private void place(Region card, Bounds anchor) {
        double width = card.getWidth();
        double height = card.getHeight();
        double x = anchor.getMaxX() + GAP;
        double y = anchor.getMinY();
        if (x + width > getWidth() - GAP) {
            x = anchor.getMinX() - GAP - width;
        }
        if (x < GAP) {
            x = Math.clamp(anchor.getMinX(), GAP, Math.max(GAP, getWidth() - width - GAP));
            y = anchor.getMaxY() + GAP;
        }
        card.relocate(x, Math.clamp(y, GAP, Math.max(GAP, getHeight() - height - GAP)));
    }

    private void clicked(MouseEvent event) {
        if (content != null && event.getTarget() instanceof Node target && !inside(target)) {
            close();
        }
    }

    /** Wherever the focus is: a card that has nothing to focus yet is left the same way. */
    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && content != null) {
            close();
            event.consume();
        }
    }

    private void hold(@Nullable Node owner) {
        if (modal && content != null && (owner == null || !inside(owner))) {
            focusFirst(content);
        }
    }

    private boolean inside(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(content)) {
                return true;
            }
        }
        return false;
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (child.isVisible() && focusFirst(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Scene scene() {
        return getScene();
    }
}
