package org.ronron.core.desk;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Auth;
import org.ronron.api.Connector;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;
import org.ronron.core.port.Connections;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Lends hosts that reach nothing. */
final class FakeConnections implements Connections {
    final List<String> dropped = Collections.synchronizedList(new ArrayList<>());
    final List<String> secretsFound = Collections.synchronizedList(new ArrayList<>());
    final List<String> secretsLocked = Collections.synchronizedList(new ArrayList<>());
    final List<FindingFact> remarks = Collections.synchronizedList(new ArrayList<>());
    private final InstantSource clock;
    private final Secrets secrets;

    FakeConnections(InstantSource clock, Secrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    @Override
    public List<FindingFact> remarks(String endpointId) {
        return List.copyOf(remarks);
    }

    @Override
    public Host lend(
            Workspace.EndpointRow endpoint,
            Connector connector,
            boolean writable,
            Duration timeout) {
        for (String name : endpoint.secrets().values()) {
            try {
                secrets.get(name).ifPresent(v -> secretsFound.add(new String(v)));
            } catch (StorageException locked) {
                secretsLocked.add(name);
            }
        }
        return new Host() {
            @Override
            public String endpointId() {
                return endpoint.id();
            }

            @Override
            public String endpointName() {
                return endpoint.name();
            }

            @Override
            public Optional<String> setting(String key) {
                return Optional.ofNullable(endpoint.settings().get(key));
            }

            @Override
            public boolean hasSecret(String key) {
                return endpoint.secrets().containsKey(key);
            }

            @Override
            public Http http(URI base, Auth auth) {
                throw new IllegalStateException("nothing is reached in these tests");
            }

            @Override
            public Shell shell() {
                throw new IllegalStateException("nothing is reached in these tests");
            }

            @Override
            public boolean writable() {
                return writable;
            }

            @Override
            public InstantSource clock() {
                return clock;
            }
        };
    }

    @Override
    public void drop(String endpointId) {
        dropped.add(endpointId);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
