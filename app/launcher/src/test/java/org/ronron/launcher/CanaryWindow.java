package org.ronron.launcher;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.ronron.core.desk.Desk;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;

/** The real window of a canary's evening: what it shows and what it would read aloud, kept. */
final class CanaryWindow {
    private static final List<AccessibleAttribute> READ_ALOUD =
            List.of(
                    AccessibleAttribute.TEXT,
                    AccessibleAttribute.HELP,
                    AccessibleAttribute.ROLE_DESCRIPTION,
                    AccessibleAttribute.VALUE_STRING);
    private final RonronWindow window;
    private final Path out;
    private int number;

    private CanaryWindow(RonronWindow window, Path out) {
        this.window = window;
        this.out = out;
    }

    static CanaryWindow open(Desk desk, Path out) throws Exception {
        CompletableFuture<RonronWindow> opened = new CompletableFuture<>();
        new WindowRun(new FxBridge(), Locale.FRENCH)
                .open(desk, window -> {}, opened::complete, () -> {});
        Files.createDirectories(out);
        return new CanaryWindow(opened.get(60, TimeUnit.SECONDS), out);
    }

    /** A passphrase is typed, and not sent. */
    void locked(String typed) throws Exception {
        await("vault-sign");
        press("vault-sign");
        type("unlock-passphrase", typed);
        keep("locked");
        escape();
    }

    /**
     * Each page, and the form of a connection.
     *
     * @param typed into the form, and not sent; empty for no form
     */
    void pages(String typed) throws Exception {
        for (String page : List.of("topology", "operations", "connections", "history")) {
            await("rail-" + page);
            press("rail-" + page);
            keep(page);
        }
        if (!typed.isEmpty()) {
            press("rail-connections");
            press("connections-add");
            press("type-echo");
            type("field-token", typed);
            type("field-writeToken", typed);
            keep("form");
            press("connection-add");
            keep("form-refused");
        }
    }

    /** Something that nobody caught, in the window and beside it. */
    void breaks() throws Exception {
        CompletableFuture<Boolean> thrown = new CompletableFuture<>();
        new FxBridge()
                .execute(
                        () -> {
                            thrown.complete(true);
                            throw new IllegalStateException("the window breaks: " + window.scene());
                        });
        thrown.get(60, TimeUnit.SECONDS);
        Thread worker =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    throw new IllegalStateException("a worker breaks");
                                });
        worker.join();
    }

    private void await(String id) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!on(() -> window.scene().lookup("#" + id) != null)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no " + id + " in the window");
            }
        }
    }

    private void press(String id) throws Exception {
        await(id);
        on(
                () -> {
                    ((ButtonBase) window.scene().lookup("#" + id)).fire();
                    return true;
                });
    }

    private void type(String id, String text) throws Exception {
        await(id);
        on(
                () -> {
                    Node field = window.scene().lookup("#" + id);
                    TextInputControl typed =
                            field instanceof TextInputControl t
                                    ? t
                                    : (TextInputControl) field.lookup(".text-input");
                    typed.setText(text);
                    return true;
                });
    }

    private void escape() throws Exception {
        on(
                () -> {
                    var escape =
                            new javafx.scene.input.KeyEvent(
                                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    javafx.scene.input.KeyCode.ESCAPE,
                                    false,
                                    false,
                                    false,
                                    false);
                    javafx.event.Event.fireEvent(window.scene(), escape);
                    return true;
                });
    }

    private void keep(String name) throws Exception {
        number++;
        String file = "%02d-%s".formatted(number, name);
        List<String> texts = new ArrayList<>();
        BufferedImage picture =
                on(
                        () -> {
                            window.scene().getRoot().applyCss();
                            window.scene().getRoot().layout();
                            collect(window.scene().getRoot(), texts);
                            return picture();
                        });
        Files.write(out.resolve(file + ".txt"), texts);
        ImageIO.write(picture, "png", out.resolve(file + ".png").toFile());
    }

    /** Also of what is not seen now. */
    private static void collect(Node node, List<String> into) {
        if (node instanceof Labeled labeled) {
            into.add("" + labeled.getText());
        }
        if (node instanceof Text drawn) {
            into.add("" + drawn.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            into.add("" + control.getTooltip().getText());
        }
        if (node instanceof TextInputControl field) {
            into.add("" + field.getPromptText());
        }
        into.add("" + node.getAccessibleText() + node.getAccessibleHelp() + node.getId());
        into.add("" + node.getAccessibleRoleDescription() + node.getUserData());
        for (AccessibleAttribute attribute : READ_ALOUD) {
            into.add("" + node.queryAccessibleAttribute(attribute));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private BufferedImage picture() {
        WritableImage image = window.scene().snapshot(null);
        BufferedImage out =
                new BufferedImage(
                        (int) image.getWidth(),
                        (int) image.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return out;
    }

    private static <T> T on(Supplier<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        new FxBridge()
                .execute(
                        () -> {
                            try {
                                done.complete(work.get());
                            } catch (RuntimeException broken) {
                                done.completeExceptionally(broken);
                            }
                        });
        return done.get(60, TimeUnit.SECONDS);
    }
}
