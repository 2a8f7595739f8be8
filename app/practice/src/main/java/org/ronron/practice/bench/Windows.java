package org.ronron.practice.bench;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;
import org.ronron.ui.window.WindowSetting;

/** Opens the real window on a desk that stands still. Blocks; not on the FX thread. */
final class Windows {
    private final FxBridge fx;
    private final InstantSource clock;
    private final Stopwatch watch;

    Windows(FxBridge fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
        this.watch = new Stopwatch(fx);
    }

    /** Returns when its first frame has been drawn. */
    Scene open(StillDesk desk, int width, int height) {
        CompletableFuture<RonronWindow> opened = new CompletableFuture<>();
        WindowSetting setting =
                new WindowSetting(desk.desk(), clock, ZoneOffset.UTC, Locale.FRENCH, () -> {});
        RonronWindow.start(setting, fx, opened::complete, () -> {});
        Scene scene = opened.join().scene();
        watch.run(
                () -> {
                    scene.getWindow().setWidth(width);
                    scene.getWindow().setHeight(height);
                });
        watch.time(scene, () -> {});
        return scene;
    }
}
