package org.ronron.transport;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.Capability;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Host;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.core.port.Workspace;

/** A transport as the launcher would make it, and hosts lent by it. */
public final class Lent implements AutoCloseable {
    public static final String NAME = "Armoire du salon";
    public static final String TOKEN = "jeton-tres-secret-0123456789";

    public final Fakes.MemoryTrust trust = new Fakes.MemoryTrust();
    public final Fakes.MemorySecrets secrets = new Fakes.MemorySecrets();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    public final Transport transport;

    /** Without the agent of whoever runs the tests. */
    public Lent() {
        this(Optional.empty());
    }

    public Lent(Optional<Path> agent) {
        this(agent, InstantSource.fixed(Instant.EPOCH));
    }

    /** On a day of one's choice. */
    public Lent(InstantSource clock) {
        this(Optional.empty(), clock);
    }

    private Lent(Optional<Path> agent, InstantSource clock) {
        transport = new Transport(trust, secrets, clock, new SecureRandom(), workers, agent);
        secrets.put("armoire/token", TOKEN.toCharArray());
    }

    /**
     * @param more settings that are secrets, beside {@code token} and {@code gone}
     */
    public Host host(
            boolean writable, Duration timeout, Map<String, String> settings, String... more) {
        return host("e1", writable, timeout, settings, more);
    }

    /** The host of another endpoint. */
    public Host host(
            String id,
            boolean writable,
            Duration timeout,
            Map<String, String> settings,
            String... more) {
        Map<String, String> names = new HashMap<>();
        for (String key : List.of("token", "gone")) {
            names.put(key, "armoire/" + key);
        }
        for (String key : more) {
            names.put(key, "armoire/" + key);
        }
        return transport.lend(
                new Workspace.EndpointRow("e1", "c1", "fake", NAME, settings, names, 0),
                new FakeConnector(),
                writable,
                timeout);
    }

    @Override
    public void close() {
        transport.close();
        workers.shutdownNow();
    }

    private static final class FakeConnector implements Connector {
        @Override
        public Descriptor descriptor() {
            return new Descriptor(
                    "fake",
                    List.of(
                            Setting.preset("greeting", Setting.Kind.TEXT, "bonjour"),
                            Setting.optional("keyFile", Setting.Kind.FILE),
                            Setting.optional("token", Setting.Kind.SECRET),
                            Setting.forWriting("writeToken", "token")),
                    Set.<Class<? extends Capability>>of(),
                    Set.of("POST /ask"),
                    "x",
                    List.of());
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Session open(Host host) {
            return new Session() {
                @Override
                public <C extends Capability> Optional<C> capability(Class<C> type) {
                    return Optional.empty();
                }

                @Override
                public void close() {}
            };
        }
    }
}
