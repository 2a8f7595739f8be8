package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.core.port.Trust;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lender;

/** The connector on one server of this machine, through the real transport. */
final class OverSsh implements AutoCloseable {
    private final Lender lender = new Lender(Map.of(), InstantSource.fixed(Captures.AT));
    private final SshServer server;

    OverSsh(SshServer server) {
        this.server = server;
    }

    /** Accepts the key that the server has now, as a person would. */
    OverSsh trusting() throws Exception {
        String address = "ssh://" + server.host() + ":" + server.port();
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                address, "ssh-ed25519", server.fingerprint(), 1, "Camille"));
        return this;
    }

    Observation observe() throws ConnectorException {
        return observe(Duration.ofSeconds(60));
    }

    Observation observe(Duration timeout) throws ConnectorException {
        try (Session session = lender.open(new LinuxConnector(), settings(), false, timeout)) {
            return session.capability(Inventory.class).orElseThrow().observe();
        }
    }

    /** A session for reading, with these settings added. */
    Session session(Map<String, String> more) throws ConnectorException {
        Map<String, String> all = new HashMap<>(settings());
        all.putAll(more);
        return lender.open(new LinuxConnector(), all, false, Duration.ofSeconds(60));
    }

    private Map<String, String> settings() {
        return Map.of(
                "host", server.host(),
                "port", Integer.toString(server.port()),
                "user", server.user(),
                "keyFile", server.keyFile().toString());
    }

    Fault refused(Duration timeout) {
        return assertThrows(ConnectorException.class, () -> observe(timeout)).fault();
    }

    @Override
    public void close() {
        lender.close();
    }
}
