package org.ronron.launcher;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.ronron.core.desk.DeskThreads;

/**
 * All threads of one house, made in one place: one that changes the state, one timer, and a virtual
 * one for each call that waits for a system. None of them keeps the program alive.
 */
final class Threads implements AutoCloseable {
    private final ExecutorService state =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("state").factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timer").factory());
    private final ExecutorService io =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 0).factory());

    DeskThreads desk() {
        return new DeskThreads(state, io, timer);
    }

    ExecutorService io() {
        return io;
    }

    /** Nothing new is begun; what hangs is left behind. */
    @Override
    public void close() {
        timer.shutdownNow();
        state.shutdown();
        io.shutdownNow();
    }
}
