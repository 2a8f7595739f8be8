package org.ronron.transport.ssh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;

/** What one endpoint has open over SSH. Any thread. */
public final class SshLine {
    /** OpenSSH allows 10 sessions on a connection (MaxSessions) unless told otherwise. */
    private static final int CHANNELS = 8;

    private final Chain chain;
    private final Turn turn;
    private final Semaphore channels = new Semaphore(CHANNELS, true);

    public SshLine(SshRoom room, Names names, TrustGate gate, Turn turn) {
        this.chain = new Chain(new Dialler(room, names, gate), gate);
        this.turn = turn;
    }

    /** The way through these machines; empty when there are none. */
    public Optional<Route> route(Site site, List<Machine> way, Keyring keyring) {
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tunnel(chain, site, way, keyring));
    }

    /**
     * A session that is logged in, under the trust of this moment.
     *
     * @param way the machines to go through, the nearest first
     * @param waiting until when it waits for another call that is dialling
     */
    ClientSession session(
            Site site, List<Machine> way, Machine machine, Keyring keyring, Deadline waiting)
            throws ConnectorException {
        List<Machine> all = Stream.concat(way.stream(), Stream.of(machine)).toList();
        return chain.reach(site, all, keyring, waiting);
    }

    /** One of the few channels; to be given back. */
    void takeChannel(Site site, Machine machine, Deadline deadline) throws ConnectorException {
        try {
            if (channels.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Faults.stopped(site, machine.address()), e);
        }
        throw new ConnectorException(Faults.late(site, machine.address(), deadline));
    }

    void giveBackChannel() {
        channels.release();
    }

    Turn turn() {
        return turn;
    }

    /**
     * This session did not answer: the next call dials anew. Commands that still run on it end by
     * themselves or by their own deadline.
     */
    void distrust(ClientSession session) {
        chain.distrust(session);
    }

    /** Closes the sessions, and with them what runs; the line can be used again. */
    public void hangUp() {
        chain.hangUp();
    }
}
