package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;

/** A connector before a certificate that nobody vouches for, and before an answer without end. */
public final class TlsChecks {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long MEMORY = 300L << 20;

    private final Connector connector;
    private final Map<String, String> settings;
    private final TlsServer server;
    private final Lender lender;

    /**
     * @param settings that reach the server
     * @param lender with secrets, if the connector needs some; what is asked about, it accepts
     */
    public TlsChecks(
            Connector connector, Map<String, String> settings, TlsServer server, Lender lender) {
        this.connector = connector;
        this.settings = Map.copyOf(settings);
        this.server = server;
        this.lender = lender;
    }

    /** An unknown certificate, once accepted an endless answer, then a changed certificate. */
    public void all() throws Exception {
        Fault unknown = observe();
        assertEquals(CommonError.TRUST_UNKNOWN, unknown.code(), unknown.toString());
        assertEquals(0, server.spoken(), "something was sent before the certificate is known");
        accept(unknown);

        long begun = System.nanoTime();
        Fault endless = observe();
        assertEquals(CommonError.TOO_LARGE, endless.code(), endless.toString());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(BOUND) < 0);
        System.gc();
        Runtime now = Runtime.getRuntime();
        assertTrue(now.totalMemory() - now.freeMemory() < MEMORY, "it is kept");

        int spoken = server.spoken();
        assertTrue(spoken > 0, "nothing was sent at all");
        lender.switchWritingOff(settings);
        server.changeCertificate();
        Fault changed = observe();
        assertEquals(CommonError.TRUST_CHANGED, changed.code(), changed.toString());
        assertEquals(spoken, server.spoken(), "something was sent to a changed certificate");
    }

    /** Accepts what is asked for on the way, that of the machines of a tunnel. */
    public void acceptTheWay(int machines) throws Exception {
        for (int i = 0; i < machines; i++) {
            Fault hop = observe();
            assertEquals(CommonError.TRUST_UNKNOWN, hop.code(), hop.toString());
            assertTrue(
                    hop.details().getOrDefault("address", "").startsWith("ssh://"), hop::toString);
            assertEquals(0, server.spoken());
            accept(hop);
        }
    }

    private Fault observe() {
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> {
                            try (Session session = lender.open(connector, settings, true, TIME)) {
                                session.capability(Inventory.class).orElseThrow().observe();
                            }
                        });
        assertEquals(Lender.ENDPOINT, e.fault().endpoint());
        assertEquals(Effect.NONE, e.fault().effect());
        return e.fault();
    }

    private void accept(Fault asked) throws StorageException {
        Map<String, String> told = asked.details();
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                told.getOrDefault("address", ""),
                                told.getOrDefault("algorithm", ""),
                                told.getOrDefault("fingerprint", ""),
                                1,
                                "Camille"));
    }
}
