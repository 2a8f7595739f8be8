package org.ronron.lent;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** A client may hand its calls to an executor: this one makes them where they are asked for. */
final class Here extends AbstractExecutorService {
    @Override
    public void execute(Runnable call) {
        call.run();
    }

    @Override
    public void shutdown() {
        // there is nothing to let go of
    }

    @Override
    public List<Runnable> shutdownNow() {
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
