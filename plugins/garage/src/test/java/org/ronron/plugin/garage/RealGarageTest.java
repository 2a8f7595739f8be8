package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Calm;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Forecast;
import org.ronron.api.Grant;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.core.json.JsonText;
import org.ronron.layout.Node;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;

/** Against five real daemons. A move costs half a minute of CPU, so there is one. */
class RealGarageTest {
    private static final int ONION = 4;
    private static final Duration LONG = Duration.ofSeconds(120);
    private static RealGarage garage;
    private static Lender lender;
    private static Session session;

    @BeforeAll
    static void start() throws IOException, ConnectorException {
        try {
            garage = RealGarage.start(Programs.ofThisMachine());
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
        lender = new Lender(Map.of("token", garage.token()), InstantSource.system());
        String peers = garage.adminUrl(2) + ", " + garage.adminUrl(3) + "," + garage.adminUrl(4);
        Map<String, String> settings = Map.of("url", "" + garage.adminUrl(1), "peers", peers);
        session = lender.open(new GarageConnector(), settings, true, LONG);
    }

    @AfterAll
    static void stop() {
        if (lender != null) {
            lender.close();
        }
        if (garage != null) {
            garage.close();
        }
    }

    @AfterEach
    void leaveNothingStaged() throws IOException {
        garage.admin(1).post("/v2/RevertClusterLayout", "");
    }

    @Test
    void readsFiveNodesInFiveZones() throws ConnectorException {
        Observation seen = observe();
        assertEquals("2.5.0", seen.version());
        assertEquals(5, seen.nodes().size());
        assertEquals(
                Set.of("df-ymf", "courgette", "pamplemousse", "onion", "ananas"),
                seen.nodes().stream().map(NodeFact::name).collect(Collectors.toSet()));
        assertEquals(5, seen.nodes().stream().flatMap(n -> n.addresses().stream()).count());
        assertTrue(seen.nodes().stream().allMatch(n -> n.reach() == NodeFact.Reach.UP));
        assertEquals(3, seen.clusters().getFirst().copies().orElseThrow());
        assertTrue(seen.clusters().getFirst().healthy());
        assertEquals(List.of("practice"), seen.buckets().getFirst().names());
        assertEquals(seen.fingerprint(), observe().fingerprint());
    }

    @Test
    void aTokenThatLacksARightIsToldWhich() throws Exception {
        String scope = "{\"name\":\"t\",\"neverExpires\":true,\"scope\":[\"GetClusterStatus\"]}";
        Json.Obj made = garage.admin(1).post("/v2/CreateAdminToken", scope).object();
        Map<String, String> token = Map.of("token", made.text("secretToken").orElseThrow());
        Map<String, String> settings = Map.of("url", "" + garage.adminUrl(1));
        try (Lender other = new Lender(token, InstantSource.system());
                Session poor = other.open(new GarageConnector(), settings, false, LONG)) {
            ConnectorException e =
                    assertThrows(
                            ConnectorException.class,
                            () -> poor.capability(Inventory.class).orElseThrow().observe());
            assertEquals(CommonError.RIGHT_MISSING, e.fault().code());
            assertEquals("/v2/GetClusterLayout", e.fault().details().get("right"));
        }
    }

    @Test
    void theLeastThatIsPrintedIsEnoughForARealOne() throws Exception {
        for (Grant grant : new GarageConnector().grants()) {
            String scope = grant.recipe().split(" ", -1)[4].replace(",", "\",\"");
            String body = "{\"name\":\"t\",\"neverExpires\":true,\"scope\":[\"" + scope + "\"]}";
            Json.Obj made = garage.admin(1).post("/v2/CreateAdminToken", body).object();
            Map<String, String> token = Map.of("token", made.text("secretToken").orElseThrow());
            Map<String, String> settings = Map.of("url", "" + garage.adminUrl(1));
            try (Lender other = new Lender(token, InstantSource.system());
                    Session least = other.open(new GarageConnector(), settings, true, LONG)) {
                Observation seen = least.capability(Inventory.class).orElseThrow().observe();
                assertEquals(5, seen.nodes().size());
                assertEquals(1, seen.buckets().size());
                assertEquals("t", seen.login().name());
                assertFalse(seen.login().excessive());
                boolean writes = grant.purpose() == Grant.Purpose.WRITE;
                assertEquals(writes, seen.login().forbidden().isEmpty());
            }
        }
        assertTrue(observe().login().excessive());
    }

    @Test
    void theForecastOfSizesIsGaragesOwn() throws Exception {
        Observation seen = observe();
        Json.Obj state = seen.clusters().getFirst().state();
        for (String zone : List.of("bespin", "corrin")) {
            List<Move> moves = List.of(new Move(garage.id(ONION), zone));
            Forecast forecast = placement().forecast(state, moves);
            actions().perform(steps(state, moves).getFirst().action(), new Quiet());
            Json.Obj real =
                    garage.admin(1)
                            .post("/v2/PreviewClusterLayoutChanges", "")
                            .object()
                            .object("statistics");
            garage.admin(1).post("/v2/RevertClusterLayout", "");
            assertEquals(real.number("effectiveCapacity").orElseThrow(), forecast.usableAfter());
            double copies = real.number("totalMovedPartitions").orElseThrow();
            assertEquals(copies, forecast.copiesToMove().orElseThrow(), copies / 2);
        }
    }

    @Test
    void somebodyElsesStagingIsNeverAppliedWithOurs() throws Exception {
        Json.Obj state = observe().clusters().getFirst().state();
        List<Move> moves = List.of(new Move(garage.id(ONION), "corrin"));
        List<Placement.PlacementStep> steps = steps(state, moves);
        actions().perform(steps.get(0).action(), new Quiet());
        Node other = RoleLayout.of(state).now().node(garage.id(2)).orElseThrow().in("scorpio");
        stageAsSomebodyElse(3, other);

        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> actions().perform(steps.get(1).action(), new Quiet()));
        assertEquals(GarageError.STAGED_BY_OTHERS, e.fault().code());
        assertEquals(Lender.ENDPOINT, e.fault().endpoint());
        assertTrue(String.valueOf(e.fault().details().get("staged")).contains("courgette"));
        assertEquals(Verdict.NOT_DONE, actions().probe(steps.get(1).action()).verdict());
        assertEquals("staged", observe().findings().getFirst().kind());
        ConnectorException planning =
                assertThrows(
                        ConnectorException.class,
                        () -> steps(observe().clusters().getFirst().state(), moves));
        assertEquals(GarageError.STAGED_BY_OTHERS, planning.fault().code());
    }

    @Test
    void movesAMachineAndWaitsUntilNothingMoves() throws Exception {
        Json.Obj state = observe().clusters().getFirst().state();
        String from = RoleLayout.of(state).now().node(garage.id(ONION)).orElseThrow().zone();
        List<Placement.PlacementStep> steps =
                steps(state, List.of(new Move(garage.id(ONION), "bespin")));
        Action stage = steps.get(0).action();
        Action apply = steps.get(1).action();
        Action settle = steps.get(2).action();

        assertEquals(Verdict.NOT_DONE, actions().probe(stage).verdict());
        actions().perform(stage, new Quiet());
        actions().perform(stage, new Quiet());
        assertEquals(Verdict.DONE, actions().probe(stage).verdict());
        actions().perform(actions().inverse(stage).orElseThrow(), new Quiet());
        assertEquals(Verdict.NOT_DONE, actions().probe(stage).verdict());
        actions().perform(stage, new Quiet());
        assertEquals(Verdict.NOT_DONE, actions().probe(apply).verdict());
        assertEquals(Verdict.PENDING, actions().probe(settle).verdict());

        Json.Obj done = actions().perform(apply, new Quiet());

        assertEquals(done.at("usableForecast"), done.at("usable"));
        long copies = done.number("copies").orElseThrow();
        long forecast = done.number("copiesForecast").orElseThrow();
        assertEquals(Math.abs(copies - forecast), done.number("copiesOff").orElseThrow());
        assertEquals(Verdict.DONE, actions().probe(apply).verdict());
        assertEquals(Verdict.DONE, actions().probe(stage).verdict());
        ConnectorException again =
                assertThrows(ConnectorException.class, () -> actions().perform(apply, new Quiet()));
        assertEquals(GarageError.LAYOUT_MOVED_ON, again.fault().code());
        Evidence settled = await(settle);
        assertEquals(Verdict.DONE, settled.verdict());
        NodeFact onion =
                observe().nodes().stream()
                        .filter(n -> n.key().equals(garage.id(ONION)))
                        .findFirst()
                        .orElseThrow();
        assertEquals("bespin", onion.zone().orElseThrow());
        assertEquals("dathomir", from);
        RoleLayout first = layoutOf(1);
        for (int node = 2; node <= 5; node++) {
            assertEquals(first.version(), layoutOf(node).version());
            assertTrue(first.now().agrees(layoutOf(node).now()), "node " + node);
        }
    }

    private static RoleLayout layoutOf(int node) throws IOException {
        return RoleLayout.of(garage.admin(node).get("/v2/GetClusterLayout").object());
    }

    private static Evidence await(Action settle) throws Exception {
        Instant end = Instant.now().plus(LONG);
        Optional<Evidence> last = Optional.empty();
        int clean = 0;
        while (Instant.now().isBefore(end)) {
            Evidence now = actions().probe(settle, last);
            clean += now.found().startsWith(Calm.FIRST) ? 1 : 0;
            if (now.verdict() == Verdict.DONE) {
                assertTrue(clean > 0, "done only after a clean look before");
                return now;
            }
            last = Optional.of(now);
        }
        return last.orElseThrow();
    }

    private static void stageAsSomebodyElse(int node, Node role) throws IOException {
        String body = JsonText.write(Json.obj().with("roles", RoleLayout.roles(List.of(role))));
        assertEquals(200, garage.admin(node).post("/v2/UpdateClusterLayout", body).status());
        garage.await(
                () ->
                        garage.admin(1)
                                        .get("/v2/GetClusterLayout")
                                        .object()
                                        .items("stagedRoleChanges")
                                        .size()
                                == 2);
    }

    private static Observation observe() throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    private static Placement placement() {
        return session.capability(Placement.class).orElseThrow();
    }

    private static Actions actions() {
        return session.capability(Actions.class).orElseThrow();
    }

    private static List<Placement.PlacementStep> steps(Json.Obj state, List<Move> moves)
            throws ConnectorException {
        return placement().steps(state, moves, "m1");
    }

    private static final class Quiet implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
