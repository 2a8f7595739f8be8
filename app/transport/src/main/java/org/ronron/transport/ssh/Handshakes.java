package org.ronron.transport.ssh;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * So many machines are dialled at once. Agreeing on keys is work for this computer: when all are
 * dialled in the same moment on a loaded one, each takes so long that healthy machines run into
 * their deadline. Waiting here is not counted to it. Any thread.
 */
final class Handshakes {
    private final Semaphore places;

    /**
     * @param places how many at once; as many as there are processors is a good number
     */
    Handshakes(int places) {
        this.places = new Semaphore(places, true);
    }

    /**
     * Waits for a place, to be closed once logged in or refused. Who has waited for {@code atMost}
     * goes on without one: machines that do not answer hold up the others for so long and no
     * longer.
     *
     * @throws InterruptedException when the thread is to end
     */
    Place enter(Duration atMost) throws InterruptedException {
        return places.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)
                ? places::release
                : () -> {};
    }

    /** A place, or the leave to go on without one. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
