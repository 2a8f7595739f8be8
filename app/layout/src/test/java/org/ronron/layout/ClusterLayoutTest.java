package org.ronron.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.Forecast;
import org.ronron.api.Move;

/** The examples of Garage's own documentation (operations, layout), and what has no layout. */
class ClusterLayoutTest {
    private static final long MB = 1_000_000;

    @Test
    void docExample1AMachineMoreInAZoneThatDoesNotLimit() {
        ClusterLayout layout =
                layout(
                        node("node1", "dc1", 256),
                        node("node2", "dc2", 256),
                        node("node3", "dc3", 256),
                        node("node4", "dc3", 0));
        Forecast forecast = forecast(layout, new Move("node4", "dc1"));
        assertEquals(3_906_250L * 256, forecast.usableAfter());
        assertEquals(0, forecast.copiesToMove().orElseThrow());
        assertEquals(
                Map.of("node1", 256, "node2", 256, "node3", 256, "node4", 0), forecast.perNode());
        assertTrue(forecast.exact());
    }

    @Test
    void docExample2AMachineDraggedToAnotherZone() {
        ClusterLayout layout =
                layout(
                        node("node1", "dc1", 128),
                        node("node2", "dc2", 256),
                        node("node3", "dc3", 256),
                        node("node4", "dc1", 128));
        Forecast forecast = forecast(layout, new Move("node4", "dc3"));
        assertEquals(128, forecast.copiesToMove().orElseThrow());
        assertEquals(256, forecast.perNode().get("node1"));
        assertEquals(256, forecast.perNode().get("node2"));
        assertEquals(193, forecast.perNode().getOrDefault("node3", 0), 8);
        assertEquals(63, forecast.perNode().getOrDefault("node4", 0), 8);
        assertEquals(768, forecast.perNode().values().stream().mapToInt(n -> n).sum());
        assertEquals(1000 * MB, forecast.usableBefore());
        assertEquals(1000 * MB, forecast.usableAfter());
        assertEquals(1, forecast.zonesLostBefore());
        assertEquals(1, forecast.zonesLostAfter());
        assertTrue(forecast.exact());
    }

    /** The cookbook's "real-world" cluster, and what it says would make more of it. */
    @Test
    void theCookbooksClusterHoldsTwoTerabytesOnceMercuryIsInBrussels() {
        long tb = 1_000_000 * MB;
        ClusterLayout layout =
                new ClusterLayout(
                        0,
                        5_859_375_000L,
                        List.of(
                                sized("mercury", "par1", tb, 85),
                                sized("venus", "par1", 2 * tb, 171),
                                sized("earth", "lon1", 2 * tb, 256),
                                sized("mars", "bru1", 3 * tb / 2, 256)));
        Forecast nothing = forecast(layout, new Move("mercury", "par1"));
        assertEquals(3 * tb / 2, nothing.usableBefore());
        assertEquals(3 * tb / 2, nothing.usableAfter());
        Forecast moved = forecast(layout, new Move("mercury", "bru1"));
        assertEquals(2 * tb, moved.usableAfter());
        assertFalse(moved.impossible());
    }

    @Test
    void aMachineAloneInANewZoneTakesItsCopiesAlong() {
        ClusterLayout layout =
                layout(
                        sized("a", "one", 500 * MB, 128),
                        sized("b", "one", 500 * MB, 128),
                        node("c", "two", 256),
                        node("d", "three", 256));
        Forecast forecast = forecast(layout, new Move("b", "four"));
        assertEquals(0, forecast.copiesToMove().orElseThrow());
        assertTrue(forecast.exact());
    }

    /** Trap 8: fewer nodes than copies. */
    @Test
    void fewerNodesThanCopiesHaveNoLayout() {
        ClusterLayout layout =
                layout(node("a", "one", 256), node("b", "two", 256), node("c", "two", 256))
                        .without(List.of("c"))
                        .with(List.of(new Node("c", "two", 0, List.of(), 256)));
        Forecast forecast = forecast(layout, new Move("a", "three"));
        assertTrue(forecast.impossible());
        assertEquals("impossibleNodes", forecast.warnings().getFirst().key());
        assertEquals("2", forecast.warnings().getFirst().details().get("value"));
    }

    /** Trap 8: fewer zones than asked for. */
    @Test
    void fewerZonesThanAskedForHaveNoLayout() {
        ClusterLayout layout =
                new ClusterLayout(
                        3,
                        3_906_250,
                        List.of(
                                node("a", "one", 256),
                                node("b", "two", 256),
                                node("c", "three", 256)));
        Forecast forecast = forecast(layout, new Move("c", "two"));
        assertTrue(forecast.impossible());
        assertEquals(List.of("impossibleZones"), keys(forecast));
        assertEquals("2 < 3", forecast.warnings().getFirst().details().get("value"));
    }

    @Test
    void fiveMachinesOfWhichOneComesToAFullZone() {
        Forecast forecast = forecast(five(), new Move("onion", "corrin"));
        assertEquals(7_812_500_000L * 256, forecast.usableAfter());
        assertEquals(59, forecast.copiesToMove().orElseThrow(), 6);
        assertFalse(forecast.exact());
        assertEquals(List.of("smaller", "zoneEmpty"), keys(forecast));
    }

    @Test
    void nothingMovesWhenNothingChanges() {
        Forecast forecast = forecast(five(), new Move("onion", "dathomir"));
        assertEquals(0, forecast.copiesToMove().orElseThrow());
        assertEquals(forecast.usableBefore(), forecast.usableAfter());
        assertTrue(forecast.warnings().isEmpty());
    }

    @Test
    void twoZonesForThreeCopiesAreOneCopyAZoneLess() {
        ClusterLayout layout =
                layout(
                        node("a", "one", 192),
                        node("b", "two", 192),
                        node("c", "three", 192),
                        node("d", "three", 192));
        Forecast both = forecast(layout, new Move("c", "one"), new Move("d", "two"));
        assertFalse(both.impossible());
        assertEquals(1, both.zonesLostBefore());
        assertEquals(0, both.zonesLostAfter());
        assertTrue(keys(both).contains("fewerZones"));
    }

    @Test
    void eachMomentHasItsOwnRedundancy() {
        Forecast well = five().forecast(List.of(new Move("onion", "corrin")), Set.of());
        assertEquals(List.of(1, 0, 1), moments(well));
        assertFalse(well.losing());
        Forecast ill = five().forecast(List.of(new Move("onion", "corrin")), Set.of("ananas"));
        assertEquals(List.of(0, -1, 0), moments(ill));
        assertTrue(ill.losing());
        Forecast itself = five().forecast(List.of(new Move("onion", "corrin")), Set.of("onion"));
        assertEquals(List.of(0, 0, 1), moments(itself));
        Forecast two =
                five().forecast(
                                List.of(new Move("onion", "corrin"), new Move("ananas", "corrin")),
                                Set.of());
        assertEquals(0, two.zonesLostWhileAway(), "zones follow one another");
    }

    @Test
    void machinesOfOneZoneThatMayHoldTheSameAreMissedTogether() {
        ClusterLayout layout =
                layout(
                        node("a", "one", 192),
                        node("b", "two", 192),
                        node("c", "one", 192),
                        node("d", "two", 192));
        assertEquals(List.of(0, 0, 1), moments(forecast(layout, new Move("c", "three"))));
        Forecast both = forecast(layout, new Move("a", "three"), new Move("c", "three"));
        assertEquals(-1, both.zonesLostWhileAway());
        assertTrue(both.losing());
    }

    @Test
    void ofTwoCopiesNoneCanBeMissed() {
        ClusterLayout layout = layout(node("a", "one", 256), node("b", "two", 256));
        assertEquals(List.of(0, -1, 0), moments(forecast(layout, new Move("b", "three"))));
    }

    private static List<Integer> moments(Forecast f) {
        return List.of(f.zonesLostBefore(), f.zonesLostWhileAway(), f.zonesLostAfter());
    }

    /** Trap 7: with zone redundancy maximum, a gateway alone in a third zone. */
    @Test
    void aGatewaysZoneCountsAsGarageCountsIt() {
        ClusterLayout layout =
                layout(
                        node("a", "one", 256),
                        node("b", "two", 256),
                        node("c", "three", 256),
                        new Node("g", "three", 0, List.of(), 0));
        Forecast forecast = forecast(layout, new Move("c", "one"));
        assertTrue(forecast.impossible());
        assertEquals(List.of("impossibleZones"), keys(forecast));
        assertEquals("2 < 3", forecast.warnings().getFirst().details().get("value"));
        assertEquals(0, forecast.usableAfter());
    }

    @Test
    void withoutALayoutThereIsNothingToForecast() {
        Forecast forecast = forecast(layout(node("a", "one", 0)), new Move("a", "two"));
        assertTrue(forecast.impossible());
        assertEquals("impossibleNodes", forecast.warnings().getFirst().key());
    }

    @Test
    void aNodeThatIsNotInTheLayoutCannotBeMoved() {
        Forecast forecast = forecast(five(), new Move("celeri", "corrin"));
        assertTrue(forecast.impossible());
        assertEquals(
                List.of(new Forecast.Warning("impossibleNode", Map.of("value", "celeri"))),
                forecast.warnings());
    }

    @Test
    void capacitiesThatFitNothingAreImpossible() {
        Node tiny = new Node("c", "three", 10, List.of(), 256);
        ClusterLayout layout = layout(node("a", "one", 256), node("b", "two", 256), tiny);
        Forecast forecast = forecast(layout, new Move("a", "four"));
        assertEquals(List.of("impossibleSize"), keys(forecast));
    }

    @Test
    void aHundredMachinesAreQuick() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(node("n" + i, "z" + i % 10, i < 68 ? 8 : 7));
        }
        ClusterLayout layout = layout(nodes.toArray(Node[]::new));
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            moves.add(new Move("n" + i, "z0"));
        }
        Forecast outlook = layout.outlook(moves, Set.of());
        Forecast forecast = layout.forecast(moves, Set.of());
        assertTrue(outlook.copiesToMove().isEmpty());
        assertTrue(forecast.copiesToMove().orElseThrow() > 0);
        assertEquals(outlook.usableAfter(), forecast.usableAfter());
        assertEquals(outlook.zonesLostAfter(), forecast.zonesLostAfter());
        assertEquals(outlook.warnings(), forecast.warnings());
        assertTrue(best(() -> layout.outlook(moves, Set.of())) < 50_000_000);
        assertTrue(best(() -> layout.forecast(moves, Set.of())) < 1_000_000_000);
        assertEquals(forecast, layout.forecast(moves, Set.of()));
    }

    private static long best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long begun = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    private static List<String> keys(Forecast forecast) {
        return forecast.warnings().stream().map(Forecast.Warning::key).toList();
    }

    private static Forecast forecast(ClusterLayout layout, Move... moves) {
        return layout.forecast(List.of(moves), Set.of());
    }

    private static Node node(String id, String zone, int stored) {
        return sized(id, zone, 1000 * MB, stored);
    }

    private static Node sized(String id, String zone, long capacity, int stored) {
        return new Node(id, zone, capacity, List.of(id), stored);
    }

    private static ClusterLayout layout(Node... nodes) {
        return new ClusterLayout(0, 3_906_250, List.of(nodes));
    }

    private static ClusterLayout five() {
        long gb = 1000 * MB;
        return new ClusterLayout(
                0,
                8_438_818_565L,
                List.of(
                        sized("df-ymf", "bespin", 1000 * gb, 118),
                        sized("courgette", "neptune", 1500 * gb, 177),
                        sized("pamplemousse", "corrin", 2000 * gb, 237),
                        sized("onion", "dathomir", 500 * gb, 59),
                        sized("ananas", "scorpio", 1500 * gb, 177)));
    }
}
