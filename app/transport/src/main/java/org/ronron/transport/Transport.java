package org.ronron.transport;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.ronron.api.Connector;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Setting;
import org.ronron.core.port.Connections;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Site;
import org.ronron.transport.http.HttpRoom;
import org.ronron.transport.ssh.SshRoom;

/**
 * HTTP and SSH for every endpoint, under one trust. Any thread; calls block the caller's thread up
 * to their deadline, which is never longer than the timeout given to {@link #lend}.
 */
public final class Transport implements Connections {
    private final Trust trust;
    private final Secrets secrets;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Names names;
    private final HttpRoom http;
    private final SshRoom ssh;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** With the SSH agent that the environment names ({@code SSH_AUTH_SOCK}), if any. */
    public Transport(
            Trust trust,
            Secrets secrets,
            InstantSource clock,
            SecureRandom random,
            ExecutorService workers) {
        this(trust, secrets, clock, random, workers, agentOfThisSession());
    }

    /**
     * @param random for the marks around a command's output
     * @param workers for name lookups, which nothing can interrupt; virtual threads do well. The
     *     caller closes it, after this
     * @param agent the socket of an SSH agent, for machines with neither key file nor password
     */
    public Transport(
            Trust trust,
            Secrets secrets,
            InstantSource clock,
            SecureRandom random,
            ExecutorService workers,
            Optional<Path> agent) {
        this.trust = trust;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
        this.names = new Names(workers);
        this.http = new HttpRoom(workers, names, clock);
        this.ssh = new SshRoom(agent);
    }

    private static Optional<Path> agentOfThisSession() {
        return Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
    }

    @Override
    public Host lend(
            Workspace.EndpointRow endpoint,
            Connector connector,
            boolean writable,
            Duration timeout) {
        Line line = lines.computeIfAbsent(endpoint.id(), id -> new Line(trust, http, ssh, names));
        BooleanSupplier writing = writable ? line.untilDropped() : () -> false;
        Site site =
                new Site(endpoint.name(), writing, timeout, connector.descriptor().readingCalls());
        List<Setting> settings = connector.descriptor().settings();
        Keyring keyring = Keyring.of(secrets, endpoint.name(), endpoint.secrets(), settings);
        return new LentHost(endpoint, settings, site, keyring, line, clock, random);
    }

    @Override
    public List<FindingFact> remarks(String endpointId) {
        Line line = lines.get(endpointId);
        return line == null ? List.of() : line.remarks();
    }

    @Override
    public void drop(String endpointId) {
        Line line = lines.get(endpointId);
        if (line != null) {
            line.drop();
        }
    }

    @Override
    public void close() {
        lines.values().forEach(Line::drop);
        ssh.close();
    }
}
