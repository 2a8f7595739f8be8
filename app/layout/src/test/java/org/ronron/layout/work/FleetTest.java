package org.ronron.layout.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.FindingFact;
import org.ronron.api.Forecast;
import org.ronron.api.Move;

/** Which services find room when machines leave. */
class FleetTest {
    private static final long MIB = 1L << 20;
    private static final Service.Rule ANYWHERE = new Service.Rule(List.of("*"), false);

    private static Machine machine(String id, String zone, boolean eligible) {
        return new Machine(id, id, zone, "ready", true, eligible, false, 1000 * MIB);
    }

    private static Service service(String machine, String name, long mib, Service.Rule rule) {
        return new Service(machine, name, mib * MIB, rule);
    }

    private static final Fleet FLEET =
            new Fleet(
                    List.of(
                            machine("a", "cave", true),
                            machine("b", "grenier", true),
                            machine("c", "grenier", false)),
                    List.of(
                            service("a", "web", 300, ANYWHERE),
                            service("a", "probe", 10, new Service.Rule(List.of("*"), true)),
                            service("b", "db", 600, ANYWHERE)));

    private static Fleet with(Service more) {
        List<Service> all = new ArrayList<>(FLEET.services());
        all.add(more);
        return new Fleet(FLEET.machines(), all);
    }

    private static List<String> keys(Forecast forecast) {
        return forecast.warnings().stream().map(Forecast.Warning::key).toList();
    }

    private static final List<Move> A_TO_JARDIN = List.of(new Move("a", "jardin"));

    @Test
    void whatFitsElsewhereIsSaidWithItsRoom() {
        Forecast forecast = FLEET.forecast(A_TO_JARDIN);
        assertEquals(1, forecast.workloadsToMove().orElseThrow());
        assertFalse(forecast.stores());
        assertEquals(List.of("room", "everywhere"), keys(forecast));
        assertEquals(
                Map.of("value", "300", "free", "400"), forecast.warnings().getFirst().details());
    }

    @Test
    void whatDoesNotFitComesFirst() {
        Forecast forecast = with(service("a", "big", 500, ANYWHERE)).forecast(A_TO_JARDIN);
        assertEquals(List.of("noRoom", "everywhere"), keys(forecast));
        assertEquals("800", forecast.warnings().getFirst().details().get("value"));
    }

    @Test
    void aServiceMayBePinnedToAZoneThatNobodyElseIsIn() {
        Service.Rule here = new Service.Rule(List.of("cave"), false);
        Forecast alone = with(service("a", "bell", 1, here)).forecast(A_TO_JARDIN);
        assertEquals(List.of("nowhere", "room", "everywhere"), keys(alone));
        Service.Rule both = new Service.Rule(List.of("cave", "gren*"), false);
        Forecast pinned = with(service("a", "bell", 1, both)).forecast(A_TO_JARDIN);
        assertEquals(List.of("pinned", "room", "everywhere"), keys(pinned));
        Forecast back =
                with(service("a", "bell", 1, both)).forecast(List.of(new Move("a", "grenoble")));
        assertEquals(List.of("room", "everywhere"), keys(back));
    }

    @Test
    void patternsAreNames() {
        Service.Rule rule = new Service.Rule(List.of("a.b*"), false);
        assertTrue(rule.allows("a.b"));
        assertTrue(rule.allows("a.bc"));
        assertFalse(rule.allows("aXb"));
        assertTrue(new Service.Rule(List.of(), false).allows("anything"));
    }

    @Test
    void anEmptyMachineSaysNothing() {
        Forecast forecast = FLEET.forecast(List.of(new Move("c", "jardin")));
        assertEquals(0, forecast.workloadsToMove().orElseThrow());
        assertEquals(List.of(), forecast.warnings());
    }

    @Test
    void itIsTheSameAsData() {
        assertEquals(FLEET, Fleet.of(FLEET.json()));
    }

    @Test
    void machinesThatNeedAPersonAreFound() {
        assertEquals(
                List.of("ineligible"), FLEET.findings().stream().map(FindingFact::kind).toList());
        Machine down = new Machine("d", "d", "cave", "down", false, true, false, 0);
        Machine leaving = new Machine("e", "e", "cave", "ready", true, false, true, 0);
        assertEquals(
                List.of("down"),
                new Fleet(List.of(down, leaving), List.of())
                        .findings().stream().map(FindingFact::kind).toList());
    }

    @Test
    void tasksOfOneInstanceDoNotAllRunAtOnce() {
        Tasks tasks = new Tasks();
        tasks.add(Tasks.When.MAIN, 512);
        tasks.add(Tasks.When.BEFORE, 200);
        tasks.add(Tasks.When.AFTER, 100);
        tasks.add(Tasks.When.BESIDE, 32);
        assertEquals(544, tasks.most());
        tasks.add(Tasks.When.BEFORE, 400);
        assertEquals(632, tasks.most());
    }
}
