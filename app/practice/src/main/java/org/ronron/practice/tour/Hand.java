package org.ronron.practice.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** Clicks the middle of what this selector names, once it stands there at rest. */
    void click(String selector) throws TourException {
        at(selector, places(selector));
    }

    /** The same of the first that is meant: rows are drawn anew under one's hand. */
    void click(String selector, Predicate<Node> meant) throws TourException {
        Supplier<Stream<Node>> all = named(selector);
        at(selector, () -> all.get().filter(meant).flatMap(Hand::middle));
    }

    /** Clicks the middle of this, once it is at rest. */
    void click(Node node) throws TourException {
        at(String.valueOf(node), () -> middle(node));
    }

    private void at(String what, Supplier<Stream<Point2D>> found) throws TourException {
        Point2D at = rest(what, found);
        eye.ask(
                () -> {
                    robot.mouseMove(at);
                    return true;
                });
        eye.blink();
        eye.ask(
                () -> {
                    found.get().findFirst().ifPresent(robot::mouseMove);
                    robot.mouseClick(MouseButton.PRIMARY);
                    return true;
                });
        eye.blink();
    }

    /**
     * Where it stands. What slides in would be missed, and what is drawn anew is another node: so
     * it is looked for until it stands where it stood a moment ago.
     */
    private Point2D rest(String what, Supplier<Stream<Point2D>> found) throws TourException {
        Point2D[] last = {Point2D.ZERO};
        return eye.until(
                what + " at rest",
                PATIENCE,
                () -> {
                    Optional<Point2D> now = found.get().findFirst();
                    boolean still = now.filter(at -> at.distance(last[0]) < 1).isPresent();
                    last[0] = now.orElse(Point2D.ZERO);
                    return still ? now : Optional.empty();
                });
    }

    private Supplier<Stream<Node>> named(String selector) {
        return () -> eye.visible(selector).stream().filter(n -> !n.isDisabled());
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

    /** Where it stands on the screen: a node of the scene, or a part of the painted topology. */
    private Supplier<Stream<Point2D>> places(String selector) {
        Supplier<Stream<Node>> nodes = named(selector);
        return selector.startsWith(Eye.PART)
                ? () -> eye.part(selector)
                : () -> nodes.get().flatMap(Hand::middle);
    }

    /** Takes hold of one thing and carries it over another, without letting go. */
    void carry(String what, String over) throws TourException {
        Supplier<Stream<Point2D>> taken = places(what);
        Point2D start = rest(what, taken);
        eye.ask(
                () -> {
                    robot.mouseMove(start);
                    return true;
                });
        eye.blink();
        eye.ask(
                () -> {
                    // it may have been drawn elsewhere in the meantime: then nothing would be held
                    taken.get().findFirst().ifPresent(robot::mouseMove);
                    robot.mousePress(MouseButton.PRIMARY);
                    return true;
                });
        eye.blink();
        Point2D to = rest(over, places(over));
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

    /** On the screen; none when it is not in the window any more. */
    private static Stream<Point2D> middle(Node node) {
        return Stream.ofNullable(node.localToScreen(node.getLayoutBounds()))
                .map(on -> new Point2D(on.getCenterX(), on.getCenterY()));
    }
}
