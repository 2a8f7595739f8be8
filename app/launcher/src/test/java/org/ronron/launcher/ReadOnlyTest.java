package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.Connector;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.Proof;
import org.ronron.testkit.conformance.Counting;
import org.ronron.testkit.conformance.CountingHttp;
import org.ronron.testkit.conformance.CountingPostgres;
import org.ronron.testkit.conformance.CountingSsh;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.ReadOnlyProof;

/** No connector of the program has a path to a change while its endpoint is read-only. */
class ReadOnlyTest {
    private final List<String> changes = new ArrayList<>();
    private int connectors;
    private int verbs;

    @Test
    void aReadOnlyEndpointIsOnlyRead() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Connector connector : ServiceLoader.load(Connector.class)) {
                prove(connector, threads);
            }
        }
        Proof.write(
                "read-only",
                "read-only: %d connectors, %d verbs, %d mutating calls"
                        .formatted(connectors, verbs, changes.size()));
        assertTrue(connectors > 0);
        assertEquals(List.of(), changes);
    }

    private void prove(Connector connector, ExecutorService threads) throws Exception {
        switch (connector.descriptor().id()) {
            case "garage" -> {
                try (GarageSimulator garage = new GarageSimulator(threads)) {
                    Map<String, String> url = Map.of("url", garage.adminUrl(1).toString());
                    overHttp(connector, url, Map.of("token", garage.token()), threads);
                }
            }
            case "linux" -> {
                Map<String, String> file =
                        Map.of("configFile", "/etc/passwd", "configKey", "root", "sudo", "named");
                try (CountingSsh counting = new CountingSsh(file);
                        Lender lender = new Lender(Map.of(), InstantSource.system())) {
                    counting.trustedBy(lender);
                    drive(connector, counting, lender);
                }
            }
            case "nomad" -> {
                AtomicLong looks = new AtomicLong();
                Instant begin = Instant.parse("2026-11-23T20:00:00Z");
                InstantSource hasty = () -> begin.plusSeconds(looks.getAndIncrement());
                try (NomadSimulator nomad = new NomadSimulator(threads, hasty)) {
                    Map<String, String> url = Map.of("url", nomad.url().toString());
                    overHttp(connector, url, Map.of("token", nomad.token("write")), threads);
                }
            }
            case "postgresql" -> {
                try (Counting counting = new CountingPostgres(Programs.ofThisMachine());
                        Lender lender =
                                new Lender(CountingPostgres.secrets(), InstantSource.system())) {
                    drive(connector, counting, lender);
                } catch (MissingProgramException why) {
                    throw Lab.missing(why);
                }
            }
            default ->
                    throw new AssertionError(
                            "say here how a server for this connector is started: "
                                    + connector.descriptor().id());
        }
    }

    private void overHttp(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            ExecutorService threads)
            throws Exception {
        try (Counting counting =
                        new CountingHttp(
                                settings, connector.descriptor().readingCalls(), true, threads);
                Lender lender = new Lender(secrets, InstantSource.system())) {
            drive(connector, counting, lender);
        }
    }

    private void drive(Connector connector, Counting counting, Lender lender) throws Exception {
        ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector, counting, lender);
        connectors++;
        verbs += seen.verbs().size();
        changes.addAll(seen.changes());
    }
}
