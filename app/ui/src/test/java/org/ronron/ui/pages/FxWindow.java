package org.ronron.ui.pages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** A real window of 1366x768 without a display, for one page at a time. */
final class FxWindow {
    private static final long DEADLINE = 20;

    private FxWindow() {}

    /** Runs on the FX thread and waits for it. */
    static <T> T on(Callable<T> work) {
        start();
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception | AssertionError e) {
                        done.completeExceptionally(e);
                    }
                });
        return get(done);
    }

    static void run(Runnable work) {
        on(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Waits until what was sent to the FX thread before has run, twice over. */
    static void settle() {
        for (int i = 0; i < 3; i++) {
            run(() -> {});
        }
    }

    /** Waits until the window has been drawn so often. */
    static void pulses(int number) {
        CountDownLatch drawn = new CountDownLatch(number);
        AnimationTimer timer =
                on(
                        () ->
                                new AnimationTimer() {
                                    @Override
                                    public void handle(long now) {
                                        drawn.countDown();
                                    }
                                });
        run(timer::start);
        try {
            if (!drawn.await(DEADLINE, TimeUnit.SECONDS)) {
                throw new AssertionError("the window is not drawn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            run(timer::stop);
        }
    }

    static Stage show(Region view) {
        return on(
                () -> {
                    Stage stage = new Stage();
                    Scene scene = new Scene(new StackPane(view), 1190, 720);
                    stage.setScene(scene);
                    stage.show();
                    view.applyCss();
                    view.layout();
                    return stage;
                });
    }

    static void press(Parent in, String label) {
        run(
                () -> {
                    for (Node node : all(in)) {
                        if (node instanceof ButtonBase button
                                && label.equals(button.getText())
                                && shown(button)) {
                            if (button.isDisabled()) {
                                throw new AssertionError("disabled: " + label);
                            }
                            button.fire();
                            return;
                        }
                    }
                    throw new AssertionError("no button " + label + " in " + texts(in));
                });
        settle();
    }

    static void type(Parent in, String id, String text) {
        run(
                () -> {
                    in.applyCss();
                    in.layout();
                    Node field = in.lookup("#" + id);
                    if (field == null) {
                        throw new AssertionError("no field " + id);
                    }
                    TextInputControl input =
                            field instanceof TextInputControl direct
                                    ? direct
                                    : (TextInputControl) field.lookup(".text-field");
                    input.setText(text);
                });
    }

    /** Every text that can be read in it. */
    static List<String> texts(Parent in) {
        List<String> found = new ArrayList<>();
        for (Node node : all(in)) {
            if (!shown(node)) {
                continue;
            }
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                found.add(labeled.getText());
            } else if (node instanceof Text text) {
                found.add(text.getText());
            }
        }
        return found;
    }

    static String read(Parent in) {
        return String.join("\n", on(() -> texts(in)));
    }

    static List<Node> all(Parent in) {
        List<Node> found = new ArrayList<>();
        in.applyCss();
        in.layout();
        collect(in, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Writes what the scene looks like to {@code target/shots}. */
    static void shoot(Scene scene, String name) {
        pulses(4);
        run(
                () -> {
                    WritableImage image = scene.snapshot(null);
                    int width = (int) image.getWidth();
                    int height = (int) image.getHeight();
                    BufferedImage out =
                            new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < width; x++) {
                            out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                        }
                    }
                    try {
                        Path folder = Files.createDirectories(Path.of("target", "shots"));
                        ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static synchronized void start() {
        if (System.getProperty("glass.platform") == null
                && "headless".equals(System.getProperty("fx.platform", "headless"))) {
            System.setProperty("glass.platform", "Headless");
        }
        Locale.setDefault(Locale.ENGLISH);
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyUp) {
            return;
        }
        try {
            if (!up.await(DEADLINE, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX does not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T get(CompletableFuture<T> done) {
        try {
            return done.get(DEADLINE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
