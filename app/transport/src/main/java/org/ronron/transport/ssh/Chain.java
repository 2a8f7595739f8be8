package org.ronron.transport.ssh;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.ronron.api.ConnectorException;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;

/**
 * The SSH sessions of one endpoint, each through the one before it: the machines on the way, and
 * its own if it has one. Dialled when first needed, kept, and dialled anew when one has ended, its
 * settings or its trust have changed. Any thread.
 */
final class Chain {
    private final Dialler dialler;
    private final TrustGate gate;
    private final ReentrantLock dialling = new ReentrantLock();
    private volatile List<Link> links = List.of();

    Chain(Dialler dialler, TrustGate gate) {
        this.dialler = dialler;
        this.gate = gate;
    }

    /**
     * A session on the last of these machines, logged in, under the trust of this moment.
     *
     * @param waiting until when it waits for another call that is dialling; its budget is that of
     *     each machine to dial
     * @throws ConnectorException of the first machine that failed
     */
    ClientSession reach(Site site, List<Machine> machines, Keyring keyring, Deadline waiting)
            throws ConnectorException {
        lockIn(site, machines.getLast(), waiting);
        try {
            Optional<ClientSession> through = Optional.empty();
            for (int place = 0; place < machines.size(); place++) {
                Machine machine = machines.get(place);
                List<Trust.TrustedKey> trusted = gate.enter(site, machine.address());
                Optional<ClientSession> kept = kept(place, machine, trusted);
                if (kept.isEmpty()) {
                    closeFrom(place);
                    ClientSession made =
                            dialler.dial(
                                    site, machine, keyring, trusted, through, waiting.budget());
                    links =
                            Stream.concat(
                                            links.stream().limit(place),
                                            Stream.of(new Link(machine, trusted, made)))
                                    .toList();
                    kept = Optional.of(made);
                }
                through = kept;
            }
            return through.orElseThrow();
        } finally {
            dialling.unlock();
        }
    }

    /** The session on the last of these machines if it is there; nothing is dialled. */
    Optional<ClientSession> present(List<Machine> machines) {
        List<Link> now = links;
        int last = machines.size() - 1;
        return now.size() > last
                        && now.get(last).machine.equals(machines.get(last))
                        && now.get(last).session.isOpen()
                ? Optional.of(now.get(last).session)
                : Optional.empty();
    }

    /**
     * This session did not answer: the next call dials anew. What still runs on it ends by itself
     * or by its own deadline.
     */
    void distrust(ClientSession session) {
        links = links.stream().takeWhile(link -> !link.session.equals(session)).toList();
        session.close(false);
    }

    /** Closes everything, and with it what runs; the chain can be used again. */
    void hangUp() {
        closeFrom(0);
    }

    private Optional<ClientSession> kept(
            int place, Machine machine, List<Trust.TrustedKey> trusted) {
        List<Link> now = links;
        return place < now.size() && now.get(place).serves(machine, trusted)
                ? Optional.of(now.get(place).session)
                : Optional.empty();
    }

    /** The farthest first: each is reached through the one before. */
    private void closeFrom(int place) {
        List<Link> now = links;
        links = now.stream().limit(place).toList();
        for (int i = now.size() - 1; i >= place; i--) {
            now.get(i).session.close(true);
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

    private record Link(Machine machine, List<Trust.TrustedKey> trusted, ClientSession session) {
        boolean serves(Machine wanted, List<Trust.TrustedKey> now) {
            return session.isOpen() && machine.equals(wanted) && trusted.equals(now);
        }
    }
}
