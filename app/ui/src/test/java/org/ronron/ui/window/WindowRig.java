package org.ronron.ui.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.plan.MoveNode;
import org.testfx.api.FxRobot;

/** The real window over a desk that shows states, with a hand before it. */
final class WindowRig implements AutoCloseable {
    final ShowDesk desk;
    final FxRobot hand = new FxRobot();
    private final Stage stage;
    private final RonronWindow window;

    WindowRig(DeskState state) {
        this(state, Forecasts::fine);
    }

    WindowRig(DeskState state, Function<List<MoveNode>, MoveForecast> forecasts) {
        desk = new ShowDesk(state, forecasts);
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

    Scene scene() {
        return window.scene();
    }

    void size(double width, double height) {
        Fx.run(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
        settle();
    }

    /** Lets the FX thread lay out and draw what was asked of it. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            Fx.run(
                    () -> {
                        scene().getRoot().applyCss();
                        scene().getRoot().layout();
                    });
        }
    }

    Node find(String id) {
        Node found = Fx.on(() -> scene().getRoot().lookup("#" + id));
        if (found == null) {
            throw new AssertionError("nothing named " + id + " in\n" + texts());
        }
        return found;
    }

    boolean shows(String id) {
        return Fx.on(() -> scene().getRoot().lookup("#" + id) != null);
    }

    void awaitShown(String id) {
        Fx.await(id, () -> scene().getRoot().lookup("#" + id) != null);
        settle();
    }

    String texts() {
        return Fx.texts(scene().getRoot());
    }

    String texts(String id) {
        return Fx.texts(find(id));
    }

    void awaitText(String part) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!texts().contains(part)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no \"" + part + "\" in\n" + texts());
            }
        }
    }

    /** Writes what the scene looks like to {@code target/shots}. */
    void shoot(String name) {
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
