package org.ronron.testkit.library;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Reach;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.TlsChecks;
import org.ronron.testkit.conformance.TlsServer;

/** The host's trust and bounds hold for a client library as for its own calls. */
class LibraryConnectorTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lender lender = new Lender(Map.of(), InstantSource.system());

    @AfterEach
    void close() {
        lender.close();
        threads.shutdownNow();
    }

    @Test
    void anUnknownCertificateAnEndlessAnswerAndAChangedCertificate() throws Exception {
        try (TlsServer server = new TlsServer(threads)) {
            new TlsChecks(new LibraryConnector(), at(server), server, lender).all();
        }
    }

    @Test
    void throughATunnelTheSameHolds() throws Exception {
        try (TempFolder folder = new TempFolder("tunnel");
                MinaSshd hop =
                        MinaSshd.start(folder.path(), "127.0.0.1", new Behaviour.Answers(""));
                TlsServer server = new TlsServer(threads)) {
            Map<String, String> through = new HashMap<>(at(server));
            through.put(Reach.VIA, hop.user() + "@" + hop.host() + ":" + hop.port());
            through.put(Reach.VIA_KEY_FILE, hop.keyFile().toString());
            TlsChecks checks = new TlsChecks(new LibraryConnector(), through, server, lender);
            checks.acceptTheWay(1);
            checks.all();
        }
    }

    private static Map<String, String> at(TlsServer server) {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(server.port()));
    }
}
