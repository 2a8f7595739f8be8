package org.ronron.practice.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;

/** Measures what the FX thread does and when its result can be seen. Not on the FX thread. */
final class Stopwatch {
    private static final long PATIENCE = 120;
    private static final double MILLI = 1_000_000;

    /**
     * One event.
     *
     * @param work until all of it is laid out, in ms: what the event costs
     * @param shown until the frame with it has been handed over and the next begins, in ms: what a
     *     person waits, at most
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
    Time time(Supplier<Parent> root, Runnable event) {
        CompletableFuture<Time> answer = new CompletableFuture<>();
        fx.execute(
                () -> {
                    try {
                        long begun = System.nanoTime();
                        event.run();
                        root.get().applyCss();
                        root.get().layout();
                        double work = (System.nanoTime() - begun) / MILLI;
                        new Frames(
                                        () ->
                                                answer.complete(
                                                        new Time(
                                                                work,
                                                                (System.nanoTime() - begun)
                                                                        / MILLI)))
                                .start();
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
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

    /** The pulse that draws, and the beginning of the one after it. */
    private static final class Frames extends AnimationTimer {
        private final Runnable drawn;
        private int pulses;

        Frames(Runnable drawn) {
            this.drawn = drawn;
        }

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses == 2) {
                stop();
                drawn.run();
            }
        }
    }
}
