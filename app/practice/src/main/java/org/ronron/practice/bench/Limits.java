package org.ronron.practice.bench;

import java.util.function.IntConsumer;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ronron.ui.parts.FxBridge;

/**
 * What the toolkit itself can do: as many rectangles as the picture has, in each frame, on a plain
 * canvas and as a bare fill of pixels.
 *
 * @param canvas frames of the canvas
 * @param fill frames of the fill
 */
public record Limits(int rectangles, Frames canvas, Frames fill) {
    private static final int WARM = 20;
    private static final int COUNT = 100;

    /**
     * Of one of them.
     *
     * @param half of a pulse until it is laid out, in ms; median. A canvas only notes what to paint
     *     then
     * @param worst likewise; 99 of 100 are faster
     * @param pulses in a second
     */
    public record Frames(double half, double worst, double pulses) {}

    /** Measures; blocks, not on the FX thread. */
    static Limits of(FxBridge fx, int rectangles, int width, int height) {
        Stopwatch watch = new Stopwatch(fx);
        Rectangles all = new Rectangles(rectangles, width, height);
        Stage stage = watch.ask(Stage::new);
        Scene scene = watch.ask(() -> new Scene(new Group(), width, height));
        watch.run(
                () -> {
                    stage.setScene(scene);
                    stage.show();
                });
        Frames canvas = frames(fx, scene, watch.ask(() -> all.canvas(scene)));
        Frames fill = frames(fx, scene, watch.ask(() -> all.pixels(scene)));
        watch.run(stage::hide);
        return new Limits(rectangles, canvas, fill);
    }

    private static Frames frames(FxBridge fx, Scene scene, IntConsumer frame) {
        Pulses.Figures of = Pulses.of(fx, scene, frame, WARM, COUNT);
        return new Frames(of.half(), of.most(), of.second());
    }
}
