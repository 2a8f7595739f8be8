package org.ronron.launcher;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;

/** Waits for what a desk shows; whoever waits in vain ends the program with 4. */
final class Waiting {
    static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int IN_VAIN = 4;

    private final Desk desk;

    Waiting(Desk desk) {
        this.desk = desk;
    }

    static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    DeskState until(String what, Predicate<DeskState> wanted) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        DeskState[] found = new DeskState[1];
        try (var watching =
                desk.observe(
                        state -> {
                            if (seen.getCount() > 0 && wanted.test(state)) {
                                found[0] = state;
                                seen.countDown();
                            }
                        })) {
            if (!seen.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("waited in vain for " + what + ": " + desk.state());
                System.exit(IN_VAIN);
            }
        }
        return found[0];
    }
}
