package org.ronron.transport.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;

/**
 * Connects, straight or through another machine's session, has the host key judged, logs in; all
 * within one deadline, which begins when there is room to dial.
 */
record Dialler(SshRoom room, Names names, TrustGate gate) {

    ClientSession dial(
            Site site,
            Machine machine,
            Keyring keyring,
            List<Trust.TrustedKey> trusted,
            Optional<ClientSession> through,
            Duration budget)
            throws ConnectorException {
        try (Handshakes.Place place = room.handshakes().enter(budget.dividedBy(2))) {
            return dial(site, machine, keyring, trusted, through, Deadline.after(budget));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Faults.stopped(site, machine.address()), e);
        }
    }

    private ClientSession dial(
            Site site,
            Machine machine,
            Keyring keyring,
            List<Trust.TrustedKey> trusted,
            Optional<ClientSession> through,
            Deadline deadline)
            throws ConnectorException {
        SshFaults faults = new SshFaults(site, machine.address(), deadline);
        Dialling dialling = new Dialling(site, gate, machine.address(), trusted);
        ClientSession session =
                through.isPresent()
                        ? connectThrough(through.get(), site, machine, dialling, deadline)
                        : connect(machine, dialling, faults, deadline);
        boolean done = false;
        try {
            agreeOnKeys(session, dialling, faults, deadline);
            new Credentials(machine, keyring, room.hasAgent()).giveTo(session);
            logIn(session, machine, dialling, faults, deadline);
            done = true;
            return session;
        } finally {
            if (!done) {
                session.close(true);
            }
        }
    }

    private ClientSession connectThrough(
            ClientSession from, Site site, Machine machine, Dialling dialling, Deadline deadline)
            throws ConnectorException {
        ChannelIo io = new ChannelIo(room.sessions(), machine, dialling.context());
        Hose hose = new Hose(machine.host(), machine.port(), io);
        new Boring(site, machine.via(), machine.address(), machine.host())
                .open(from, hose, deadline);
        return io.session();
    }

    private ClientSession connect(
            Machine machine, Dialling dialling, SshFaults faults, Deadline deadline)
            throws ConnectorException {
        try {
            List<InetAddress> addresses = names.lookup(machine.host(), deadline);
            for (int i = 0; ; i++) {
                // Each address gets its share, so that a dead first one leaves time for the next.
                Duration share = deadline.left().dividedBy(addresses.size() - i);
                ConnectFuture future =
                        room.connect(
                                machine.user(),
                                new InetSocketAddress(addresses.get(i), machine.port()),
                                dialling);
                boolean answered = future.await(share);
                if (answered && future.isConnected()) {
                    return future.getSession();
                }
                future.cancel();
                if (i + 1 < addresses.size() && !deadline.passed()) {
                    continue;
                }
                Throwable cause = future.getException();
                throw new ConnectorException(
                        answered
                                ? faults.notConnected(machine, new IOException(cause))
                                : faults.late(),
                        cause == null ? null : Faults.forLog(cause));
            }
        } catch (IOException e) {
            throw new ConnectorException(faults.notConnected(machine, e), Faults.forLog(e));
        }
    }

    private static void agreeOnKeys(
            ClientSession session, Dialling dialling, SshFaults faults, Deadline deadline)
            throws ConnectorException {
        Set<ClientSessionEvent> seen =
                session.waitFor(
                        EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED),
                        deadline.left());
        refuse(dialling);
        if (seen.contains(ClientSessionEvent.CLOSED)) {
            throw new ConnectorException(
                    faults.notKeyed(dialling.otherTalk(), dialling.trouble()), log(dialling));
        }
        if (!seen.contains(ClientSessionEvent.WAIT_AUTH)) {
            throw new ConnectorException(faults.late());
        }
    }

    private static void logIn(
            ClientSession session,
            Machine machine,
            Dialling dialling,
            SshFaults faults,
            Deadline deadline)
            throws ConnectorException {
        try {
            AuthFuture future = session.auth();
            if (!future.await(deadline.left())) {
                throw new ConnectorException(faults.late());
            }
            if (future.isSuccess()) {
                return;
            }
            refuse(dialling);
            throw new ConnectorException(
                    faults.notLoggedIn(machine, session.isOpen(), future.getException()),
                    log(dialling));
        } catch (IOException e) {
            refuse(dialling);
            throw new ConnectorException(faults.notLoggedIn(machine, false, e), Faults.forLog(e));
        }
    }

    private static void refuse(Dialling dialling) throws ConnectorException {
        if (dialling.refusal().isPresent()) {
            throw new ConnectorException(dialling.refusal().get());
        }
    }

    private static @Nullable Throwable log(Dialling dialling) {
        Throwable trouble = dialling.trouble();
        return trouble == null ? null : Faults.forLog(trouble);
    }
}
