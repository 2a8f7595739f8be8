package org.ronron.core.desk;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The desk's threads; they belong to whoever made them.
 *
 * @param state one single thread, in order: all that changes the state, our own disk included
 * @param io as many as may wait at once: whatever reaches a system
 * @param timer only ever hands on to the other two
 */
public record DeskThreads(Executor state, Executor io, ScheduledExecutorService timer) {
    /** Runs a task on {@code io} after a time. */
    void later(Duration time, Runnable task) {
        Runnable handOn = () -> io.execute(task);
        timer.schedule(handOn, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
