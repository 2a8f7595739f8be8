package org.ronron.transport.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The one SSH client that all endpoints share: each would bring threads of its own. Started by the
 * first call. It reads nothing of the user's own SSH: no configuration, no known hosts, no keys.
 */
public final class SshRoom implements AutoCloseable {
    /** A dead connection is noticed after a minute; a quiet command is never cut. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int UNANSWERED = 4;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Optional<Path> agent;
    private final Handshakes handshakes =
            new Handshakes(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SshClient client;

    /**
     * @param agent the socket of the user's SSH agent
     */
    public SshRoom(Optional<Path> agent) {
        this.agent = agent;
    }

    boolean hasAgent() {
        return agent.isPresent();
    }

    /** Where one waits before {@link #connect}. */
    Handshakes handshakes() {
        return handshakes;
    }

    /** Begins to connect; the deadline is the caller's. */
    ConnectFuture connect(String user, SocketAddress address, Dialling dialling)
            throws IOException {
        return started().connect(user, address, dialling.context());
    }

    /** Makes sessions on what is not a socket. */
    SessionFactory sessions() {
        return new SessionFactory(started());
    }

    private SshClient started() {
        lock.lock();
        try {
            SshClient running = client;
            if (running == null) {
                running = make();
                running.start();
                client = running;
            }
            return running;
        } finally {
            lock.unlock();
        }
    }

    private SshClient make() {
        SshClient made = ClientBuilder.builder().serverKeyVerifier(SshRoom::trusts).build();
        Algorithms.restrict(made);
        made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        made.setFilePasswordProvider(FilePasswordProvider.EMPTY);
        made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        made.setUserAuthFactories(
                List.of(
                        UserAuthPublicKeyFactory.INSTANCE,
                        UserAuthPasswordFactory.INSTANCE,
                        UserAuthKeyboardInteractiveFactory.INSTANCE));
        agent.ifPresent(socket -> made.setAgentFactory(new Agents(socket)));
        made.addSessionListener(new Watching());
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(made, "Ronron");
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(made, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(made, UNANSWERED);
        CoreModuleProperties.IDLE_TIMEOUT.set(made, Duration.ZERO);
        CoreModuleProperties.PASSWORD_PROMPTS.set(made, 1);
        return made;
    }

    private static boolean trusts(ClientSession session, SocketAddress remote, PublicKey key) {
        return Dialling.of(session.getConnectionContext())
                .map(dialling -> dialling.trusts(key))
                .orElse(false);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            SshClient running = client;
            client = null;
            if (running != null) {
                running.close(true).await(CLOSING);
            }
        } catch (IOException left) {
            // What it still holds are daemon threads.
        } finally {
            lock.unlock();
        }
    }

    /** Hands what happens on a connection to its own rules. */
    private static final class Watching implements SessionListener {
        @Override
        public void sessionNegotiationOptionsCreated(
                Session session, Map<KexProposalOption, String> proposal) {
            dialling(session).ifPresent(d -> d.preferKnown(proposal));
        }

        @Override
        public void sessionPeerIdentificationLine(
                Session session, String line, List<String> before) {
            dialling(session).ifPresent(d -> d.greeted(line));
        }

        @Override
        public void sessionException(Session session, Throwable seen) {
            dialling(session).ifPresent(d -> d.note(seen));
        }

        private static Optional<Dialling> dialling(Session session) {
            return session instanceof ClientSession ours
                    ? Dialling.of(ours.getConnectionContext())
                    : java.util.Optional.empty();
        }
    }
}
