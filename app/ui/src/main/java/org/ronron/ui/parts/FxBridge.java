package org.ronron.ui.parts;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The one way onto the FX thread. Safe from any thread; never waits. */
public final class FxBridge implements Executor {
    /** Starts the toolkit, once for the whole program, and calls back on the FX thread. */
    public void start(Runnable ready) {
        try {
            Platform.startup(ready);
        } catch (IllegalStateException _) {
            // A toolkit that runs already is as good.
            execute(ready);
        }
    }

    @Override
    public void execute(Runnable task) {
        try {
            Platform.runLater(task);
        } catch (IllegalStateException e) {
            throw new RejectedExecutionException("the window's toolkit does not run", e);
        }
    }

    /**
     * A receiver that hands values to the FX thread; of several that arrive while it is at work
     * only the newest is shown.
     */
    public <T> Consumer<T> newest(Consumer<T> onFxThread) {
        AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                execute(
                        () -> {
                            T newest = waiting.getAndSet(null);
                            if (newest != null) {
                                onFxThread.accept(newest);
                            }
                        });
            }
        };
    }
}
