package org.ronron.practice.clusters;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ronron.api.Http;
import org.ronron.api.Json;

/** An event stream that says that it is open, and nothing more until it is closed. */
final class QuietLines implements Http.Lines {
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean greeted;

    @Override
    public Optional<Json> next() {
        if (!greeted) {
            greeted = true;
            return Optional.of(Json.obj());
        }
        ready(Duration.ofDays(1));
        return Optional.empty();
    }

    @Override
    public boolean ready(Duration atMost) {
        try {
            return !greeted || closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
