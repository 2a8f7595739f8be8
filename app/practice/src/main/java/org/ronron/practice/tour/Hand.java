package org.ronron.practice.tour;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Moves the pointer and the keys as a person would, by JavaFX's own robot. */
final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int GLIDE = 12;

    private final Eye eye;
    private final Robot robot;

    Hand(Eye eye) throws TourException {
        this.eye = eye;
        this.robot = eye.ask(Robot::new);
    }

    /** Clicks the middle of what this selector names, once it stands there. */
    void click(String selector) throws TourException {
        click(eye.until(selector, PATIENCE));
    }

    /** Clicks the middle of this, once it has come to rest: what slides in would be missed. */
    void click(Node node) throws TourException {
        rest(node);
        moveTo(node);
        eye.ask(
                () -> {
                    robot.mouseMove(middle(node));
                    robot.mouseClick(MouseButton.PRIMARY);
                    return true;
                });
        eye.blink();
    }

    private void rest(Node node) throws TourException {
        Point2D[] last = {eye.ask(() -> middle(node))};
        eye.blink();
        eye.until(
                "a control to come to rest",
                PATIENCE,
                () -> {
                    Point2D now = middle(node);
                    boolean still = now.distance(last[0]) < 1;
                    last[0] = now;
                    return still ? Optional.of(now) : Optional.empty();
                });
    }

    /** Clicks into a field and replaces what it holds. */
    void write(String selector, String text) throws TourException {
        click(selector);
        keys(KeyCode.CONTROL, KeyCode.A);
        type(text);
    }

    /** Types, one key after another. */
    void type(String text) throws TourException {
        for (int i = 0; i < text.length(); i++) {
            String one = text.substring(i, i + 1);
            eye.ask(
                    () -> {
                        Node focus = focused();
                        focus.fireEvent(
                                new javafx.scene.input.KeyEvent(
                                        javafx.scene.input.KeyEvent.KEY_TYPED,
                                        one,
                                        one,
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false));
                        return true;
                    });
        }
        eye.blink();
    }

    private Node focused() {
        Node owner = eye.scene().getFocusOwner();
        return owner == null ? eye.scene().getRoot() : owner;
    }

    /** Presses keys together and lets them go in the other order. */
    void keys(KeyCode... codes) throws TourException {
        eye.ask(
                () -> {
                    for (KeyCode code : codes) {
                        robot.keyPress(code);
                    }
                    for (int i = codes.length - 1; i >= 0; i--) {
                        robot.keyRelease(codes[i]);
                    }
                    return true;
                });
        eye.blink();
    }

    /** Takes hold of one thing and carries it over another, without letting go. */
    void carry(String what, String over) throws TourException {
        moveTo(eye.until(what, PATIENCE));
        press();
        Node target = eye.until(over, PATIENCE);
        Point2D to = eye.ask(() -> middle(target));
        Point2D from = eye.ask(robot::getMousePosition);
        for (int i = 1; i <= GLIDE; i++) {
            double part = i / (double) GLIDE;
            Point2D at = from.interpolate(to, part);
            eye.ask(
                    () -> {
                        robot.mouseMove(at);
                        return true;
                    });
            eye.blink();
        }
    }

    /** Lets go. */
    void drop() throws TourException {
        eye.ask(
                () -> {
                    robot.mouseRelease(MouseButton.PRIMARY);
                    return true;
                });
        eye.blink();
    }

    private void press() throws TourException {
        eye.ask(
                () -> {
                    robot.mousePress(MouseButton.PRIMARY);
                    return true;
                });
        eye.blink();
    }

    private void moveTo(Node node) throws TourException {
        eye.ask(
                () -> {
                    robot.mouseMove(middle(node));
                    return true;
                });
        eye.blink();
    }

    private static Point2D middle(Node node) {
        Bounds on = node.localToScreen(node.getLayoutBounds());
        return new Point2D(on.getCenterX(), on.getCenterY());
    }
}
