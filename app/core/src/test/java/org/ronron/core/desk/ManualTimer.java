package org.ronron.core.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A timer whose time passes when a test says so, whatever any clock shows. */
final class ManualTimer extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<Timed> tasks = new ArrayList<>();
    private long now;

    /** Lets this time pass; what is due runs in order. */
    void pass(Duration time) {
        long end = now + time.toMillis();
        for (Timed next = due(end); next != null; next = due(end)) {
            now = next.at;
            next.fire();
        }
        now = end;
    }

    private @org.jspecify.annotations.Nullable Timed due(long end) {
        tasks.removeIf(t -> t.isCancelled() || (t.every == 0 && t.isDone()));
        return tasks.stream()
                .filter(t -> t.at <= end)
                .min(Comparator.comparingLong(t -> t.at))
                .orElse(null);
    }

    private final class Timed extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final long every;
        private long at;

        Timed(Runnable task, long delay, long every) {
            super(task, "done");
            this.at = now + delay;
            this.every = every;
        }

        void fire() {
            if (every == 0) {
                run();
            } else {
                runAndReset();
                at += every;
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - now, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }

    private Timed add(Runnable task, long delay, long every, TimeUnit unit) {
        Timed timed = new Timed(task, unit.toMillis(delay), unit.toMillis(every));
        tasks.add(timed);
        return timed;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(command, delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("not needed");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(
            Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(command, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(command, initialDelay, delay, unit);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
