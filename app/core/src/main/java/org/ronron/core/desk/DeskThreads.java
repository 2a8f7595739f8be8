package org.ronron.core.desk;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The desk's threads; they belong to whoever made them.
 *
 * @param state one single thread, in order: all that changes the state, our own disk included
 * @param io as many as may wait at once: whatever reaches a system
 * @param timer only ever hands on to {@code state}
 */
public record DeskThreads(Executor state, Executor io, ScheduledExecutorService timer) {}
