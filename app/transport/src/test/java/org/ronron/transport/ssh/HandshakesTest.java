package org.ronron.transport.ssh;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandshakesTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void theNextOneEntersWhenAPlaceIsFree() throws Exception {
        Handshakes handshakes = new Handshakes(1);
        Handshakes.Place first = handshakes.enter(LONG);
        CountDownLatch entered = new CountDownLatch(1);
        Thread second = Thread.ofVirtual().start(() -> enter(handshakes, entered));
        while (second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(entered.await(0, TimeUnit.SECONDS), "there is one place");
        first.close();
        assertTrue(entered.await(60, TimeUnit.SECONDS));
    }

    private static void enter(Handshakes handshakes, CountDownLatch entered) {
        try (Handshakes.Place place = handshakes.enter(LONG)) {
            entered.countDown();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void machinesThatDoNotAnswerHoldNobodyUpForLong() throws Exception {
        Handshakes handshakes = new Handshakes(1);
        try (Handshakes.Place silent = handshakes.enter(LONG);
                Handshakes.Place next = handshakes.enter(Duration.ofMillis(1))) {
            next.close();
        }
        handshakes.enter(LONG).close();
        handshakes.enter(LONG).close();
    }
}
