package org.ronron.practice.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.ronron.ui.topology.map.Part;
import org.ronron.ui.topology.map.TopologyMap;

/**
 * Looks at the window as a person would: what stands there, and whether it came in time. Called
 * from the tour's own thread; it asks the FX thread and waits for its answer.
 */
final class Eye {
    private static final Duration GLANCE = Duration.ofSeconds(10);
    private static final long BLINK = 60;

    /** How a name begins of what is painted in the topology and is no node of the scene. */
    static final String PART = "part:";

    private final Scene scene;
    private final Executor fx;

    Eye(Scene scene, Executor fx) {
        this.scene = scene;
        this.fx = fx;
    }

    Scene scene() {
        return scene;
    }

    /** Runs on the FX thread and gives what it found. */
    <T> T ask(Supplier<T> question) throws TourException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.execute(
                () -> {
                    try {
                        answer.complete(question.get());
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TourException("the window failed: " + e.getCause());
        } catch (TimeoutException e) {
            throw new TourException(
                    "the window did not answer within " + GLANCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted");
        }
    }

    /** The first visible node of this selector, if there is one now. */
    Optional<Node> now(String selector) throws TourException {
        return ask(() -> visible(selector).stream().findFirst());
    }

    /** All nodes of this selector that can be seen now; on the FX thread. */
    List<Node> visible(String selector) {
        Parent root = scene.getRoot();
        return Stream.of(selector.split(","))
                .flatMap(one -> root.lookupAll(one.strip()).stream())
                .filter(Eye::shown)
                .toList();
    }

    /** Where to take a part of the topology, on the screen; on the FX thread. */
    Stream<Point2D> part(String name) {
        return visible("#topology-map").stream()
                .map(TopologyMap.class::cast)
                .flatMap(
                        map ->
                                map.part(name.substring(PART.length())).stream()
                                        .map(Part::grip)
                                        .map(map::localToScreen));
    }

    /** Waits until the topology shows this part. */
    void untilPart(String name, Duration atMost) throws TourException {
        until(name, atMost, () -> part(name).findFirst());
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** Waits until such a node stands there and can be used. */
    Node until(String selector, Duration atMost) throws TourException {
        return until(
                selector,
                atMost,
                () -> visible(selector).stream().filter(n -> !n.isDisabled()).findFirst());
    }

    /** Waits until the window shows this text anywhere. */
    void untilText(String text, Duration atMost) throws TourException {
        until(
                "«" + text + "»",
                atMost,
                () ->
                        texts().stream().anyMatch(t -> t.contains(text))
                                ? Optional.of(text)
                                : Optional.empty());
    }

    /** Waits until a question, asked on the FX thread, has an answer. */
    <T> T until(String what, Duration atMost, Supplier<Optional<T>> question) throws TourException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> found = ask(question);
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new TourException(
                        "waited "
                                + atMost.toSeconds()
                                + " s for "
                                + what
                                + "; the window shows: "
                                + glance());
            }
            blink();
        }
    }

    /** All that can be read in the window now. */
    List<String> texts() {
        return scene.getRoot().lookupAll("*").stream()
                .filter(Eye::shown)
                .map(Eye::textOf)
                .filter(t -> !t.isBlank())
                .toList();
    }

    private static String textOf(Node node) {
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl input -> input.getText();
                    case Text drawn -> drawn.getText();
                    default -> "";
                };
        return text == null ? "" : text;
    }

    private String glance() throws TourException {
        List<String> seen = ask(this::texts).stream().distinct().toList();
        String all = String.join(" | ", seen);
        return all.length() < 600 ? all : all.substring(0, 600) + "…";
    }

    /** A short wait for the window's own pulses; nothing is concluded from its length. */
    void blink() throws TourException {
        try {
            if (new CountDownLatch(1).await(BLINK, TimeUnit.MILLISECONDS)) {
                throw new TourException("unreachable");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted");
        }
    }

    /** Writes what the window shows as a PNG. */
    void picture(Path file) throws TourException {
        WritableImage image = ask(() -> scene.snapshot(null));
        BufferedImage plain = SwingFXUtils.fromFXImage(image, null);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(plain, "png", file.toFile());
        } catch (IOException e) {
            throw new TourException("the picture could not be written: " + e.getMessage());
        }
    }
}
