package org.ronron.launcher;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.ronron.core.desk.Desk;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;
import org.ronron.ui.window.WindowSetting;

/** One window on a desk, until it is closed. */
final class WindowRun {
    private final FxBridge fx;
    private final Locale locale;

    WindowRun(FxBridge fx, Locale locale) {
        this.fx = fx;
        this.locale = locale;
    }

    /**
     * Opens the window; returns at once.
     *
     * @param practise called on the FX thread with the window that asks for it
     * @param opened called on the FX thread once it stands
     * @param closed called on the FX thread when it was closed
     */
    void open(
            Desk desk,
            Consumer<RonronWindow> practise,
            Consumer<RonronWindow> opened,
            Runnable closed) {
        RonronWindow[] self = new RonronWindow[1];
        WindowSetting setting =
                new WindowSetting(
                        desk,
                        Clock.systemUTC(),
                        ZoneId.systemDefault(),
                        locale,
                        () -> practise.accept(self[0]));
        RonronWindow.start(
                setting,
                fx,
                window -> {
                    self[0] = window;
                    opened.accept(window);
                },
                closed);
    }

    /** Opens the window and waits until it is closed. */
    void openAndWait(Desk desk, Consumer<RonronWindow> practise) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        open(desk, practise, window -> {}, closed::countDown);
        closed.await();
    }
}
