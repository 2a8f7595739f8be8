package org.ronron.core.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.Rescue;
import org.ronron.core.port.Sessions;

/**
 * All that the engine needs of the outside.
 *
 * @param executor for whatever reaches a system; tasks may wait there
 * @param timer hands a task on to the executor after a time; used between attempts only
 * @param changed told after each change of any operation, from any thread: a hint to read {@link
 *     Engine#operations} again. It returns at once, and hands on whatever waits
 */
public record EnginePorts(
        Journal journal,
        Sessions sessions,
        Freshness freshness,
        Rescue rescue,
        Ids ids,
        SecretMaker maker,
        InstantSource clock,
        Executor executor,
        Timer timer,
        CrashPoint crashPoint,
        Runnable changed) {
    /** Runs a task later. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration time, Runnable task);
    }
}
