package org.ronron.practice.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Measures what the FX thread does and when its result can be seen. Not on the FX thread. */
final class Stopwatch {
    private static final long PATIENCE = 120;
    private static final double MILLI = 1_000_000;

    /**
     * One event.
     *
     * @param work until all of it is laid out and, where it paints while it is laid out, painted,
     *     in ms: what the event costs
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
    Time time(Supplier<Parent> root, Runnable event) {
        CompletableFuture<Time> answer = new CompletableFuture<>();
        fx.execute(
                () -> {
                    try {
                        long begun = System.nanoTime();
                        event.run();
                        settle(root, begun, answer);
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        return await(answer);
    }

    /** The same for an event of this thread, which brings something to the FX thread. */
    Time brought(Supplier<Parent> root, Runnable event) {
        CompletableFuture<Time> answer = new CompletableFuture<>();
        long begun = System.nanoTime();
        event.run();
        fx.execute(() -> settle(root, begun, answer));
        return await(answer);
    }

    private void settle(Supplier<Parent> root, long begun, CompletableFuture<Time> answer) {
        Parent all = root.get();
        all.applyCss();
        all.layout();
        apart(all);
        double work = since(begun);
        Runnable drawn = () -> answer.complete(new Time(work, since(begun)));
        new Frame(() -> fx.execute(drawn)).start();
    }

    /** What is not managed by its parent is laid out by itself. */
    private static void apart(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                if (!inner.isManaged() && inner.isNeedsLayout()) {
                    inner.layout();
                }
                apart(inner);
            }
        }
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

    /** The beginning of the next pulse: what is asked for then comes after it. */
    private static final class Frame extends AnimationTimer {
        private final Runnable begins;

        Frame(Runnable begins) {
            this.begins = begins;
        }

        @Override
        public void handle(long now) {
            stop();
            begins.run();
        }
    }
}
