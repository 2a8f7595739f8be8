package org.ronron.practice.bench;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.ronron.ui.parts.FxBridge;

/**
 * Changes something in each pulse and measures how long it takes. FX thread but for {@link #of}.
 */
final class Pulses extends AnimationTimer {
    private static final double MILLI = 1_000_000;

    private final Scene scene;
    private final IntConsumer frame;
    private final int warm;
    private final double[] times;
    private final CompletableFuture<Figures> done = new CompletableFuture<>();
    private final Runnable laidOut = this::laidOut;
    private int number;
    private long first;
    private long begun;

    /**
     * What was measured.
     *
     * @param half from the pulse's beginning until everything is laid out and painted, in ms;
     *     median
     * @param most likewise; 99 of 100 are faster
     * @param second pulses that came in a second
     */
    record Figures(double half, double most, double second) {}

    private Pulses(Scene scene, IntConsumer frame, int warm, int count) {
        this.scene = scene;
        this.frame = frame;
        this.warm = warm;
        this.times = new double[count];
    }

    /**
     * Blocks until so many frames were measured.
     *
     * @param frame what the frame of this number changes
     * @param warm so many before are not counted
     */
    static Figures of(FxBridge fx, Scene scene, IntConsumer frame, int warm, int count) {
        Pulses pulses = new Pulses(scene, frame, warm, count);
        fx.execute(
                () -> {
                    scene.addPostLayoutPulseListener(pulses.laidOut);
                    pulses.start();
                });
        return pulses.done.join();
    }

    @Override
    public void handle(long now) {
        int counted = number - warm;
        if (counted == 0) {
            first = System.nanoTime();
        }
        if (counted == times.length) {
            stop();
            scene.removePostLayoutPulseListener(laidOut);
            double seconds = (System.nanoTime() - first) / MILLI / 1_000;
            done.complete(
                    new Figures(Part.of(times, 0.5), Part.of(times, 0.99), times.length / seconds));
            return;
        }
        begun = System.nanoTime();
        frame.accept(number);
    }

    private void laidOut() {
        if (number >= warm && number - warm < times.length) {
            times[number - warm] = (System.nanoTime() - begun) / MILLI;
        }
        number++;
    }
}
