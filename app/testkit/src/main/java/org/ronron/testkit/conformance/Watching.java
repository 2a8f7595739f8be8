package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.api.Watch;

/** Listens to a system that pushes. */
final class Watching {
    private static final Duration FIRST = Duration.ofSeconds(60);

    private Watching() {}

    /**
     * The first that it tells, which has to be everything; then the thread is interrupted, and the
     * watch has to end within a second.
     */
    static Observation first(Watch watch) throws Exception {
        CompletableFuture<Observation> heard = new CompletableFuture<>();
        CompletableFuture<Fault> ended = new CompletableFuture<>();
        Thread listener =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        watch.watch(heard::complete);
                                        ended.complete(null);
                                    } catch (ConnectorException broken) {
                                        heard.completeExceptionally(broken);
                                        ended.complete(broken.fault());
                                    }
                                });
        try {
            return heard.get(FIRST.toSeconds(), TimeUnit.SECONDS);
        } finally {
            listener.interrupt();
            assertTrue(listener.join(Duration.ofSeconds(1)), "it listens on, a second later");
        }
    }
}
