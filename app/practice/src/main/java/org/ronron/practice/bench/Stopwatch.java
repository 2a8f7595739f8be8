package org.ronron.practice.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Measures what the FX thread does and when its result can be seen. Not on the FX thread. */
final class Stopwatch {
    private static final long PATIENCE = 120;
    private static final double MILLI = 1_000_000;

    /**
     * One event.
     *
     * @param work the event itself, from when it was sent, and the styling, layout and painting of
     *     the pulse that follows, in ms; without the wait for that pulse
     * @param shown until the pulse that draws it has handed its frame to the painter, in ms; with
     *     the wait for that pulse, at most a 60th of a second
     */
    record Time(double work, double shown) {}

    private final Executor fx;

    Stopwatch(Executor fx) {
        this.fx = fx;
    }

    <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.execute(
                () -> {
                    try {
                        answer.complete(question.get());
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
    }

    void run(Runnable work) {
        ask(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Runs the event on the FX thread and waits until its frame has been drawn. */
    Time time(Scene scene, Runnable event) {
        CompletableFuture<Time> answer = new CompletableFuture<>();
        fx.execute(
                () -> {
                    try {
                        long begun = System.nanoTime();
                        event.run();
                        settle(scene, begun, answer);
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
    }

    /** The same for an event of this thread, which brings something to the FX thread. */
    Time brought(Scene scene, Runnable event) {
        CompletableFuture<Time> answer = new CompletableFuture<>();
        long begun = System.nanoTime();
        event.run();
        fx.execute(() -> settle(scene, begun, answer));
        return await(answer);
    }

    /** The pulse that comes styles, lays out and paints all that the event has changed. */
    private void settle(Scene scene, long begun, CompletableFuture<Time> answer) {
        double event = since(begun);
        new Pulse(
                        scene,
                        spent -> {
                            double work = event + spent / MILLI;
                            fx.execute(() -> answer.complete(new Time(work, since(begun))));
                        })
                .await();
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / MILLI;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The next pulse of a scene: what it spends on styling, layout and all that is painted while it
     * is laid out, without the wait for it.
     */
    private static final class Pulse {
        private final Scene scene;
        private final LongConsumer spent;
        private final Runnable before = this::begins;
        private final Runnable after = this::ends;
        private long begun;

        /**
         * @param spent is handed its ns, on the FX thread
         */
        Pulse(Scene scene, LongConsumer spent) {
            this.scene = scene;
            this.spent = spent;
        }

        void await() {
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after);
            Platform.requestNextPulse();
        }

        private void begins() {
            begun = System.nanoTime();
        }

        private void ends() {
            scene.removePreLayoutPulseListener(before);
            scene.removePostLayoutPulseListener(after);
            spent.accept(System.nanoTime() - begun);
        }
    }
}
