package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.ConnectorException;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.resources.Texts;
import org.ronron.testkit.conformance.CannedServer;
import org.ronron.testkit.conformance.Lender;

/** Garage 1.x, after the published description of the admin API v1; and a 2.x that just started. */
class OlderGarageTest {
    private static final String ID = "ab".repeat(32);
    private static final String STATUS =
            """
            {"node":"%1$s","garageVersion":"v1.2.0","dbEngine":"lmdb","layoutVersion":7,
             "nodes":[{"id":"%1$s","role":{"id":"%1$s","zone":"cave","capacity":1000000000000,
               "tags":["chou"]},"addr":"[2001:db8::1]:3901","hostname":null,"isUp":true,
               "lastSeenSecsAgo":null,"draining":false}]}
            """
                    .formatted(ID);
    private static final String LAYOUT =
            """
            {"version":7,"roles":[{"id":"%s","zone":"cave","capacity":1000000000000,
             "tags":["chou"]}],"stagedRoleChanges":[]}
            """
                    .formatted(ID);
    private static final String UNKNOWN =
            "{\"code\":\"InvalidRequest\",\"message\":\"Bad request: Unknown API endpoint\"}";
    private CannedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new CannedServer(UNKNOWN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstVersionIsReadAndNeverChanged() throws Exception {
        server.with("/v1/status", STATUS);
        server.with("/v1/layout", LAYOUT);
        server.with("/v1/health", "{\"status\":\"healthy\"}");
        try (Lender lender = new Lender(Map.of("token", "t"), InstantSource.system());
                Session session = open(lender)) {
            Observation seen = session.capability(Inventory.class).orElseThrow().observe();
            assertEquals("1.2.0", seen.version());
            NodeFact node = seen.nodes().getFirst();
            assertEquals("chou", node.name());
            assertEquals(List.of("2001:db8::1"), node.addresses());
            assertEquals("cave", node.zone().orElseThrow());
            assertEquals(Map.of("tags", "chou", "capacity", "1000"), node.labels());
            assertTrue(seen.clusters().getFirst().copies().isEmpty());
            Json.Obj state = seen.clusters().getFirst().state();
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () ->
                                    session.capability(Placement.class)
                                            .orElseThrow()
                                            .steps(state, List.of(new Move(ID, "grenier")), "m"));
            assertEquals(GarageError.OLD_VERSION, e.fault().code());
            assertEquals("1.2.0", e.fault().details().get("version"));
            assertEquals(List.of("old"), seen.findings().stream().map(f -> f.kind()).toList());
            Texts texts = Texts.of(Locale.FRENCH, List.of(new GarageConnector()));
            assertEquals(
                    "« Chez Zoé » est en Garage 1.2.0, que Ronron lit seulement. Rien n’a été"
                            + " changé.",
                    texts.what(e.fault()).replace('\u00a0', ' '));
        }
    }

    @Test
    void rightAfterAStartMuchIsMissing() throws Exception {
        server.with(
                "/v2/GetClusterStatus",
                """
                {"layoutVersion":1,"nodes":[{"id":"%s","garageVersion":null,"addr":null,
                 "hostname":null,"isUp":false,"lastSeenSecsAgo":null,"role":null,"draining":false,
                 "dataPartition":null,"resyncQueueLen":null}]}
                """
                        .formatted(ID));
        server.with("/v2/GetClusterLayout", LAYOUT);
        server.with(
                "/v2/GetClusterLayoutHistory",
                "{\"currentVersion\":7,\"minAck\":7,\"versions\":[]}");
        server.with("/v2/ListWorkers", "{\"success\":{},\"error\":{}}");
        server.with("/v2/GetClusterHealth", "{\"status\":\"unavailable\"}");
        try (Lender lender = new Lender(Map.of("token", "t"), InstantSource.system());
                Session session = open(lender)) {
            Observation seen = session.capability(Inventory.class).orElseThrow().observe();
            assertEquals("chou", seen.nodes().getFirst().name());
            assertEquals(NodeFact.Reach.DOWN, seen.nodes().getFirst().reach());
            assertTrue(seen.nodes().getFirst().disk().isEmpty());
            assertTrue(seen.buckets().isEmpty());
        }
    }

    private Session open(Lender lender) throws ConnectorException {
        Map<String, String> settings = Map.of("url", server.url().toString());
        return lender.open(new GarageConnector(), settings, true, Duration.ofSeconds(9));
    }
}
