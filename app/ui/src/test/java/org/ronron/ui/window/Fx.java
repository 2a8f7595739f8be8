package org.ronron.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.topology.map.TopologyMap;

/** The toolkit as tests use it: without a display unless one is asked for. */
public final class Fx {
    private static final long DEADLINE_SECONDS = 20;
    public static final FxBridge BRIDGE = new FxBridge();

    static {
        if ("headless".equals(System.getProperty("fx.platform", "headless"))) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        // A lambda of this class would wait for this very block: a latch's own method does not.
        CountDownLatch up = new CountDownLatch(1);
        BRIDGE.start(up::countDown);
        try {
            if (!up.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit does not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    public static <T> T on(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        BRIDGE.execute(
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException | AssertionError e) {
                        done.completeExceptionally(e);
                    }
                });
        return get(done);
    }

    public static void run(Runnable work) {
        on(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Asks again and again on the FX thread, until it holds or the deadline passes. */
    public static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!on(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** Every text that stands on it; spaces that hold a line together read as spaces. */
    public static String texts(Node node) {
        return plain(String.join("\n", on(() -> collect(node, new ArrayList<>()))));
    }

    /** Spaces that hold a line together as spaces. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static List<String> collect(Node node, List<String> into) {
        if (node.isVisible()) {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                into.add(labeled.getText());
            }
            if (node instanceof TopologyMap map) {
                map.parts().forEach(part -> into.add(part.text()));
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(c -> collect(c, into));
            }
        }
        return into;
    }

    private static <T> T get(CompletableFuture<T> done) {
        try {
            return done.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
