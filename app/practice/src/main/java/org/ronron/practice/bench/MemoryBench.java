package org.ronron.practice.bench;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ronron.core.model.Collective;
import org.ronron.practice.clusters.Reading;
import org.ronron.ui.parts.FxBridge;

/**
 * What a window takes of the machine's memory, in MB; each in a process that does nothing else.
 * Blocks; not on the FX thread.
 */
public final class MemoryBench {
    private static final int FRAMES = 60;

    /**
     * Pulses for some eight seconds, in which what was compiled and painted meanwhile is let go.
     */
    private static final int REST = 480;

    private final FxBridge fx;
    private final InstantSource clock;
    private final Stopwatch watch;

    public MemoryBench(FxBridge fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
        this.watch = new Stopwatch(fx);
    }

    /** A window of the toolkit with nothing in it. */
    public double bare() throws IOException {
        Scene scene =
                watch.ask(
                        () ->
                                new Scene(
                                        new StackPane(),
                                        TopologyBench.WIDTH,
                                        TopologyBench.HEIGHT));
        watch.run(
                () -> {
                    Stage stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
        Pulses.of(fx, scene, number -> {}, 0, FRAMES + REST);
        return Memory.proportional();
    }

    /** The real window with a cluster that is followed; the answers that told it are let go of. */
    public double loaded(Reading reading, Executor workers) throws IOException {
        StillDesk desk = new StillDesk(reading.nothing());
        Scene scene = new Windows(fx, clock).open(desk, TopologyBench.WIDTH, TopologyBench.HEIGHT);
        CompletableFuture<Collective> first = new CompletableFuture<>();
        workers.execute(
                () -> {
                    try {
                        reading.follow(first::complete);
                    } catch (RuntimeException e) {
                        first.completeExceptionally(e);
                    }
                });
        desk.show(first.join());
        MapHand map = new MapHand(scene, watch);
        Pulses.of(fx, scene, map::move, 0, FRAMES);
        reading.server().letGo();
        Pulses.of(fx, scene, number -> {}, 0, REST);
        return Memory.proportional();
    }
}
