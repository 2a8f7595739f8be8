package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Workspace;

class RefreshTest {
    private final Rig rig = new Rig();

    @Test
    void whatWasSaidIsStillReadWhenEverythingIsDownAfterARestart() {
        rig.connected(Rig.node("celeri", "neptune"));
        assertEquals(Node.State.FINE, nodes().getFirst().state());
        rig.system.answers.clear();
        rig.now = rig.now.plus(Duration.ofHours(5));
        rig.restart();
        assertEquals("celeri", nodes().getFirst().name());
        assertEquals(Node.State.STALE, nodes().getFirst().state());
        EndpointView view = endpoint();
        assertEquals(EndpointView.State.SILENT, view.state());
        assertEquals(CommonError.UNREACHABLE, view.fault().orElseThrow().code());
        Finding silent = rig.desk.state().collective().orElseThrow().findings().getFirst();
        assertEquals("silent", silent.kind());
        assertEquals("2026-11-20T20:00:00Z", silent.details().get("since"));
    }

    @Test
    void endpointsAreAskedEveryThirtySecondsAndNoFaster() {
        rig.connected(Rig.node("celeri", "neptune"));
        int before = rig.system.asked.get();
        rig.pass(Duration.ofSeconds(29));
        assertEquals(before, rig.system.asked.get());
        rig.pass(Duration.ofSeconds(1));
        assertEquals(before + 1, rig.system.asked.get());
    }

    @Test
    void endpointsAreAskedAsSoonAsAnOperationHasEnded() throws Exception {
        rig.connected(Rig.node("celeri", "neptune"));
        rig.pass(Duration.ofSeconds(30));
        Plan plan = rig.carrying.plan(rig.desk.state().collective().orElseThrow(), List.of());
        rig.carrying.operations.add(rig.carrying.view(plan, OperationView.State.WAITING));
        int before = rig.system.asked.get();
        rig.pass(Duration.ofSeconds(5));
        assertEquals(before, rig.system.asked.get());
        rig.carrying.operations.set(0, rig.carrying.view(plan, OperationView.State.DONE));
        rig.pass(Duration.ofSeconds(5));
        assertEquals(before + 1, rig.system.asked.get());
        rig.pass(Duration.ofSeconds(5));
        assertEquals(before + 1, rig.system.asked.get());
    }

    @Test
    void oneEndpointIsAskedWhenAPersonWishes() {
        String id = rig.connected(Rig.node("celeri", "neptune")).id();
        int before = rig.system.asked.get();
        rig.done(rig.desk.refresh(id));
        assertEquals(before + 1, rig.system.asked.get());
    }

    @Test
    void aClockSetBackDoesNotStopTheAsking() {
        rig.connected(Rig.node("celeri", "neptune"));
        int before = rig.system.asked.get();
        rig.now = rig.now.minus(Duration.ofHours(1));
        rig.pass(Duration.ofSeconds(60));
        assertEquals(before + 2, rig.system.asked.get());
        assertEquals(Node.State.FINE, nodes().getFirst().state());
    }

    @Test
    void somebodyRemovesAConnectionThatIsBeingAsked() {
        Workspace.EndpointRow row = rig.connected(Rig.node("celeri", "neptune"));
        CompletableFuture<Void> refresh = rig.desk.refresh();
        rig.runState();
        assertTrue(rig.desk.state().refreshing());
        CompletableFuture<Void> removed = rig.desk.remove(row.id());
        rig.runState();
        rig.done(removed);
        rig.done(refresh);
        assertTrue(nodes().isEmpty());
        assertFalse(rig.desk.state().refreshing());
        assertEquals(Optional.empty(), rig.workspace.observation(row.id()));
        assertTrue(rig.history().contains("history.connection-removed"));
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.remove(row.id())).code());
    }

    @Test
    void aLoginThatMayDoEverythingIsAFindingUntilItIsNot() {
        rig.connected(Rig.node("celeri", "neptune"));
        rig.system.answers.put(
                "u1", () -> rig.said("f").withLogin(new Login("root", Set.of(), true)));
        rig.done(rig.desk.refresh());
        Finding finding = rig.desk.state().collective().orElseThrow().findings().getFirst();
        assertEquals("excessive-login", finding.kind());
        assertEquals("root", finding.details().get("login"));
        assertEquals("garage", finding.subject());
        rig.system.answers.put("u1", () -> rig.said("f"));
        rig.done(rig.desk.refresh());
        assertEquals(List.of(), rig.desk.state().collective().orElseThrow().findings());
    }

    @Test
    void aTypeThatThisVersionDoesNotKnowIsAFindingAndIsNeverAsked() throws Exception {
        rig.connected(Rig.node("celeri", "neptune"));
        String collective = rig.desk.state().collective().orElseThrow().id();
        rig.workspace.saveEndpoint(
                new Workspace.EndpointRow(
                        "x", collective, "future", "later", Map.of(), Map.of(), 0));
        rig.restart();
        EndpointView later =
                rig.desk.state().collective().orElseThrow().endpoint("x").orElseThrow();
        assertEquals(OwnError.UNKNOWN_TYPE, later.fault().orElseThrow().code());
        assertTrue(
                rig.desk.state().collective().orElseThrow().findings().stream()
                        .anyMatch(f -> f.kind().equals("unknown-type")));
        assertEquals(
                OwnError.UNKNOWN_TYPE,
                rig.refused(rig.desk.allowWriting("x", Duration.ofHours(1))).code());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN_REFUSED", "RIGHT_MISSING"})
    void afterARefusalOnlyAPersonAsksAgain(CommonError refusal) {
        Workspace.EndpointRow row = rig.connected(Rig.node("celeri", "neptune"));
        rig.system.answers.put(
                "u1",
                () -> {
                    throw new ConnectorException(Fault.of(refusal, row.name(), "address", "u1"));
                });
        rig.done(rig.desk.refresh());
        assertEquals(EndpointView.State.STOPPED, endpoint().state());
        int before = rig.system.asked.get();
        rig.pass(Duration.ofMinutes(5));
        assertEquals(before, rig.system.asked.get());
        rig.done(rig.desk.refresh());
        assertEquals(before + 1, rig.system.asked.get());
    }

    @Test
    void aConnectorThatBreaksIsAFaultOfItsEndpointOnly() {
        rig.connected(Rig.node("celeri", "neptune"));
        rig.system.answers.put(
                "u1",
                () -> {
                    throw new IllegalStateException("a bug");
                });
        rig.done(rig.desk.refresh());
        assertEquals(OwnError.INTERNAL, endpoint().fault().orElseThrow().code());
        assertEquals("celeri", nodes().getFirst().name());
    }

    @Test
    void aFullDiskIsTroubleUntilItCanBeWrittenAgain() {
        rig.connected(Rig.node("celeri", "neptune"));
        rig.workspace.full = true;
        rig.done(rig.desk.refresh());
        assertEquals(OwnError.DISK_FULL, rig.desk.state().trouble().orElseThrow().code());
        assertEquals(Node.State.FINE, nodes().getFirst().state());
        assertEquals(
                OwnError.DISK_FULL, rig.refused(rig.desk.setPreference("theme", "dark")).code());
        rig.workspace.full = false;
        rig.done(rig.desk.refresh());
        assertEquals(Optional.empty(), rig.desk.state().trouble());
    }

    @Test
    void observersSeeTheStateAtOnceAndEachOneAfterUntilTheyLetGo() {
        List<DeskState> seen = new ArrayList<>();
        Subscription handle = rig.desk.observe(seen::add);
        rig.run();
        assertEquals(1, seen.size());
        rig.connected(Rig.node("celeri", "neptune"));
        int then = seen.size();
        assertTrue(then > 1);
        assertEquals(rig.desk.state(), seen.getLast());
        handle.close();
        rig.done(rig.desk.refresh());
        assertEquals(then, seen.size());
    }

    @Test
    void anObserverThatBreaksDoesNotTakeTheOthersWithIt() {
        List<DeskState> seen = new ArrayList<>();
        rig.desk.observe(
                s -> {
                    throw new IllegalStateException("a bug");
                });
        rig.desk.observe(seen::add);
        rig.done(rig.desk.start());
        assertTrue(seen.size() >= 2);
    }

    private List<Node> nodes() {
        return rig.desk.state().collective().orElseThrow().nodes();
    }

    private EndpointView endpoint() {
        return rig.desk.state().collective().orElseThrow().endpoints().getFirst();
    }
}
