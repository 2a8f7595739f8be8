package org.ronron.transport.ssh;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;

/** The one SSH session of an endpoint, dialled when first needed and kept. Any thread. */
public final class SshLine {
    /** OpenSSH allows 10 sessions on a connection (MaxSessions) unless told otherwise. */
    private static final int CHANNELS = 8;

    private final Dialler dialler;
    private final TrustGate gate;
    private final Turn turn;
    private final Semaphore channels = new Semaphore(CHANNELS, true);
    private final ReentrantLock dialling = new ReentrantLock();
    private volatile @Nullable Open open;

    public SshLine(SshRoom room, Names names, TrustGate gate, Turn turn) {
        this.dialler = new Dialler(room, names, gate);
        this.gate = gate;
        this.turn = turn;
    }

    /**
     * A session that is logged in, under the trust of this moment.
     *
     * @param waiting until when it waits for another call that is dialling
     */
    ClientSession session(Site site, Machine machine, Keyring keyring, Deadline waiting)
            throws ConnectorException {
        lockIn(site, machine, waiting);
        try {
            List<Trust.TrustedKey> trusted = gate.enter(site, machine.address());
            Open present = open;
            if (present != null && present.serves(machine, trusted)) {
                return present.session;
            }
            if (present != null) {
                present.session.close(true);
            }
            ClientSession session = dialler.dial(site, machine, keyring, trusted, waiting.budget());
            open = new Open(machine, trusted, session);
            return session;
        } finally {
            dialling.unlock();
        }
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
        Open present = open;
        if (present != null && present.session.equals(session)) {
            open = null;
        }
        session.close(false);
    }

    /** Closes the session, and with it what runs; the line can be used again. */
    public void hangUp() {
        Open present = open;
        open = null;
        if (present != null) {
            present.session.close(true);
        }
    }

    private void lockIn(Site site, Machine machine, Deadline deadline) throws ConnectorException {
        try {
            if (dialling.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Faults.stopped(site, machine.address()), e);
        }
        throw new ConnectorException(Faults.late(site, machine.address(), deadline));
    }

    private record Open(Machine machine, List<Trust.TrustedKey> trusted, ClientSession session) {
        boolean serves(Machine wanted, List<Trust.TrustedKey> now) {
            return session.isOpen() && machine.equals(wanted) && trusted.equals(now);
        }
    }
}
