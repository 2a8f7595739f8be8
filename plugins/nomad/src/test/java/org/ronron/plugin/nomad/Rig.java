package org.ronron.plugin.nomad;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** The simulator with a clock that is moved by hand, and sessions on it. */
abstract class Rig {
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Instant now = Instant.parse("2026-11-23T20:00:00Z");
    NomadSimulator nomad;
    private Lender lender;
    private Session session;

    @BeforeEach
    void start() throws Exception {
        nomad = new NomadSimulator(threads, () -> now);
        as("write", Map.of());
        pass(2);
    }

    @AfterEach
    void stop() {
        lender.close();
        nomad.close();
        threads.shutdownNow();
    }

    /** From now on with this token. */
    final void as(String who, Map<String, String> further) throws ConnectorException {
        Map<String, String> secrets = new HashMap<>();
        further.forEach((key, token) -> secrets.put(key, nomad.token(token)));
        if (!who.isEmpty()) {
            secrets.put("token", nomad.token(who));
        }
        if (lender != null) {
            lender.close();
        }
        lender = new Lender(secrets, () -> now);
        Map<String, String> settings = Map.of("url", nomad.url().toString());
        session = lender.open(new NomadConnector(), settings, true, Duration.ofSeconds(20));
    }

    /** What is due in that time happens. */
    final void pass(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            now = now.plusMillis(250);
            nomad.liveOn("ananas");
        }
    }

    final Session session() {
        return session;
    }

    final Observation observe() throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    final NodeFact node(String name) throws ConnectorException {
        return observe().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    final List<String> kinds() throws ConnectorException {
        return observe().findings().stream().map(FindingFact::kind).toList();
    }

    final FindingFact finding(String kind) throws ConnectorException {
        return observe().findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    final Json.Obj state() throws ConnectorException {
        return observe().clusters().getFirst().state();
    }

    final Placement placement() {
        return session.capability(Placement.class).orElseThrow();
    }

    private Actions actions() {
        return session.capability(Actions.class).orElseThrow();
    }

    final Action action(String verb, String node, String mark) {
        Json.Obj arguments = Json.obj().with("node", nomad.id(node)).with("mark", mark);
        return new Action("e1", verb, arguments.with("eligible", Json.of(true)));
    }

    final Json.Obj perform(Action action) throws ConnectorException {
        return actions().perform(action, new Unheard());
    }

    final Evidence probe(Action action) throws ConnectorException {
        return actions().probe(action, Optional.empty());
    }

    final Optional<Action> inverse(Action action) {
        return actions().inverse(action);
    }
}
