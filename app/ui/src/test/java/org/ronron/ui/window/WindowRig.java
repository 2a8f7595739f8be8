package org.ronron.ui.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.plan.MoveNode;
import org.ronron.ui.topology.map.Part;
import org.ronron.ui.topology.map.TopologyMap;
import org.testfx.api.FxRobot;

/** The real window over a desk that shows states, with a hand before it. */
public final class WindowRig implements AutoCloseable {
    private static final int STEPS = 8;

    public final ShowDesk desk;
    public final FxRobot hand = new FxRobot();
    private final Robot robot = Fx.on(Robot::new);
    private final Stage stage;
    private final RonronWindow window;

    public WindowRig(DeskState state) {
        this(state, Forecasts::fine);
    }

    public WindowRig(DeskState state, Function<List<MoveNode>, MoveForecast> forecasts) {
        this(new ShowDesk(state, forecasts));
    }

    public WindowRig(ShowDesk shown) {
        desk = shown;
        WindowSetting setting =
                new WindowSetting(
                        desk,
                        InstantSource.fixed(States.NOW),
                        ZoneId.of("Europe/Paris"),
                        Locale.FRENCH,
                        () -> {});
        window = Fx.on(() -> new RonronWindow(setting, Fx.BRIDGE));
        stage = Fx.on(Stage::new);
        Fx.run(
                () -> {
                    stage.setX(0);
                    stage.setY(0);
                    window.show(stage);
                });
        settle();
    }

    public Scene scene() {
        return window.scene();
    }

    public void size(double width, double height) {
        Fx.run(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
        settle();
    }

    /** Lets the FX thread lay out and draw what was asked of it. */
    public void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(
                    () -> {
                        scene().getRoot().applyCss();
                        scene().getRoot().layout();
                    });
        }
    }

    public Node find(String id) {
        Node found = Fx.on(() -> scene().getRoot().lookup("#" + id));
        if (found == null) {
            throw new AssertionError("nothing named " + id + " in\n" + texts());
        }
        return found;
    }

    /** A part of the topology's picture, painted and no node of the scene. */
    public Optional<Part> part(String id) {
        return Fx.on(() -> map().flatMap(m -> m.part(id)));
    }

    private Optional<TopologyMap> map() {
        return Optional.ofNullable((TopologyMap) scene().getRoot().lookup("#topology-map"));
    }

    /** How a part of the picture is drawn. */
    public Set<String> looks(String id) {
        settle();
        return part(id).orElseThrow(() -> new AssertionError("no " + id)).looks();
    }

    /** Waits until a part of the picture is drawn so. */
    public void awaitLook(String id, String look) {
        Fx.await(
                id + " is " + look,
                () ->
                        map().flatMap(m -> m.part(id))
                                .filter(p -> p.looks().contains(look))
                                .isPresent());
    }

    /** Puts the keyboard on a machine of the picture, by its id. */
    public void walkTo(String nodeId) {
        Fx.run(() -> map().orElseThrow().reveal(nodeId));
        settle();
    }

    /** Clicks it: a machine on its name, a zone on its title. */
    public void click(String id) {
        Optional<Part> part = part(id);
        if (part.isEmpty()) {
            hand.clickOn(find(id));
            return;
        }
        Point2D at = Fx.on(() -> map().orElseThrow().localToScreen(part.get().grip()));
        hand.clickOn(at);
        settle();
    }

    /** Moves the pointer over the middle of it, in a few steps as a hand does. */
    public void glide(String id) {
        Bounds place = bounds(id);
        Optional<Part> part = part(id).filter(p -> !p.id().startsWith("zone-"));
        Point2D to =
                Fx.on(
                        () ->
                                part.isPresent()
                                        ? map().orElseThrow().localToScreen(part.get().grip())
                                        : scene().getRoot()
                                                .localToScreen(
                                                        place.getCenterX(), place.getCenterY()));
        Point2D from = Fx.on(robot::getMousePosition);
        for (int step = 1; step <= STEPS; step++) {
            Point2D next = from.interpolate(to, step / (double) STEPS);
            Fx.run(() -> robot.mouseMove(next));
        }
        settle();
    }

    /** Drags from one place of the scene to another, in a few steps as a hand does. */
    public void drag(Point2D from, Point2D to) {
        Fx.run(() -> robot.mouseMove(scene().getRoot().localToScreen(from)));
        take();
        for (int step = 1; step <= STEPS; step++) {
            Point2D next = from.interpolate(to, step / (double) STEPS);
            Fx.run(() -> robot.mouseMove(scene().getRoot().localToScreen(next)));
        }
        settle();
        drop();
    }

    /** Turns the wheel away from oneself, over the middle of a place of the scene. */
    public void wheel(String id, Bounds over, int notches) {
        Node node = find(id);
        Point2D at = new Point2D(over.getCenterX(), over.getCenterY());
        for (int i = 0; i < notches; i++) {
            Fx.run(() -> Event.fireEvent(node, turned(node, at)));
        }
        settle();
    }

    private static ScrollEvent turned(Node node, Point2D scene) {
        Point2D local = node.sceneToLocal(scene);
        return new ScrollEvent(
                null,
                node,
                ScrollEvent.SCROLL,
                scene.getX(),
                scene.getY(),
                scene.getX(),
                scene.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(node, new Point3D(local.getX(), local.getY(), 0), 1));
    }

    /** Presses the pointer's first button where it is. */
    public void take() {
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        settle();
    }

    /** Lets it go. */
    public void drop() {
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Where it stands in the scene. */
    public Bounds bounds(String id) {
        Optional<Part> part = part(id);
        if (part.isPresent()) {
            return Fx.on(() -> map().orElseThrow().localToScene(part.get().bounds()));
        }
        Node node = find(id);
        return Fx.on(() -> node.localToScene(node.getLayoutBounds()));
    }

    public boolean shows(String id) {
        return Fx.on(() -> there(id));
    }

    private boolean there(String id) {
        return scene().getRoot().lookup("#" + id) != null
                || map().flatMap(m -> m.part(id)).isPresent();
    }

    public void awaitShown(String id) {
        Fx.await(id, () -> there(id));
        settle();
    }

    public void awaitGone(String id) {
        Fx.await("no " + id, () -> !there(id));
        settle();
    }

    /** Texts that are drawn shorter than they are; a strip that opens to all of it may be. */
    public List<String> cut() {
        return Fx.on(() -> cut(scene().getRoot(), new ArrayList<>()));
    }

    private static List<String> cut(Node node, List<String> into) {
        if (!node.isVisible() || node.getStyleClass().contains("strip")) {
            return into;
        }
        if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text drawn
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !drawn.getText().equals(labeled.getText())) {
            into.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> cut(c, into));
        }
        return into;
    }

    public String texts() {
        return Fx.texts(scene().getRoot());
    }

    public String texts(String id) {
        return part(id).map(p -> Fx.plain(p.text())).orElseGet(() -> Fx.texts(find(id)));
    }

    public void awaitText(String part) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!texts().contains(part)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no \"" + part + "\" in\n" + texts());
            }
        }
    }

    /** Writes what the scene looks like to {@code target/shots}. */
    public void shoot(String name) {
        settle();
        BufferedImage out = Fx.on(this::picture);
        try {
            Path folder = Files.createDirectories(Path.of("target", "shots"));
            ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage picture() {
        WritableImage image = scene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return out;
    }

    @Override
    public void close() {
        Fx.run(
                () -> {
                    window.close();
                    stage.close();
                });
    }
}
