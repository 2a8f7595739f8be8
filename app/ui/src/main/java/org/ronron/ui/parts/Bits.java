package org.ronron.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small pieces that every page is laid out with; spacing in steps of 4. */
public final class Bits {
    private Bits() {}

    /** A text that wraps, with its style classes. */
    public static Label text(String text, String... classes) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A text on one line that may be cut with an ellipsis. */
    public static Label line(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A text on one line that is never cut. */
    public static Label whole(String text, String... classes) {
        Label label = line(text, classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button that never loses a letter of what it will do. */
    public static Button button(String text, Runnable action, String... classes) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(classes);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** A name that leads somewhere; cut where there is no room. */
    public static Button link(String text, Runnable go, String... classes) {
        Button link = new Button(text);
        link.getStyleClass().setAll("button", "go-to");
        link.getStyleClass().addAll(classes);
        link.setMinWidth(0);
        link.setMaxWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> go.run());
        return link;
    }

    public static HBox row(double gap, Node... children) {
        HBox row = new HBox(gap, children);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    public static VBox column(double gap, Node... children) {
        return new VBox(gap, children);
    }

    /** Takes the room that is left. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Scrolls up and down; the content is as wide as there is room. */
    public static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** Shows or takes away, with the room that it takes. */
    public static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
