package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;

/** The examples of Garage's own documentation (operations, layout), and a real preview. */
class ForecasterTest {
    private static final long MB = 1_000_000;

    @Test
    void docExample1AMachineMoreInAZoneThatDoesNotLimit() {
        Layout layout =
                layout(
                        role("node1", "dc1", 256),
                        role("node2", "dc2", 256),
                        role("node3", "dc3", 256),
                        role("node4", "dc3", 0));
        Forecast forecast = forecast(layout, new Move("node4", "dc1"));
        assertEquals(3_906_250L * 256, forecast.usableAfter());
        assertEquals(0, forecast.copiesToMove().orElseThrow());
        assertEquals(
                Map.of("node1", 256, "node2", 256, "node3", 256, "node4", 0), forecast.perNode());
        assertTrue(forecast.exact());
    }

    @Test
    void docExample2AMachineDraggedToAnotherZone() {
        Layout layout =
                layout(
                        role("node1", "dc1", 128),
                        role("node2", "dc2", 256),
                        role("node3", "dc3", 256),
                        role("node4", "dc1", 128));
        Forecast forecast = forecast(layout, new Move("node4", "dc3"));
        assertEquals(128, forecast.copiesToMove().orElseThrow());
        assertEquals(256, forecast.perNode().get("node1"));
        assertEquals(256, forecast.perNode().get("node2"));
        assertEquals(193, forecast.perNode().getOrDefault("node3", 0), 2);
        assertEquals(63, forecast.perNode().getOrDefault("node4", 0), 2);
        assertEquals(1000 * MB, forecast.usableAfter());
        assertEquals(1, forecast.zonesLostBefore());
        assertEquals(1, forecast.zonesLostAfter());
        assertFalse(forecast.exact());
    }

    @Test
    void aRealPreviewOfElevenMachines() throws IOException {
        Layout layout = Layout.of(Captures.read("GetClusterLayout-v1"));
        Json.Obj real = Captures.read("PreviewClusterLayoutChanges").object("statistics");
        String onion = "8d8748bd4b558f4f527720231e7e835d1efe7bb4bbe61adc45c078897d020176";
        Forecast forecast = forecast(layout, new Move(onion, "corrin"));
        assertEquals(real.number("effectiveCapacity").orElseThrow(), forecast.usableAfter());
        assertEquals(26, real.number("totalMovedPartitions").orElseThrow());
        assertEquals(26, forecast.copiesToMove().orElseThrow(), 6);
        assertEquals(768, forecast.perNode().values().stream().mapToInt(i -> i).sum());
        assertEquals(29, forecast.perNode().get(onion));
        assertTrue(forecast.bytesToMove().orElseThrow() > 0);
    }

    @Test
    void fiveMachinesOfWhichOneComesToAFullZone() {
        Forecast forecast = forecast(five(), new Move("onion", "corrin"));
        assertEquals(7_812_500_000L * 256, forecast.usableAfter());
        assertEquals(56, forecast.copiesToMove().orElseThrow(), 14);
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
        Layout layout =
                layout(
                        role("a", "one", 192),
                        role("b", "two", 192),
                        role("c", "three", 192),
                        role("d", "three", 192));
        Forecast both = forecast(layout, new Move("c", "one"), new Move("d", "two"));
        assertFalse(both.impossible());
        assertEquals(1, both.zonesLostBefore());
        assertEquals(0, both.zonesLostAfter());
        assertTrue(keys(both).contains("fewerZones"));
    }

    @Test
    void aGatewaysZoneCountsAsGarageCountsIt() {
        Layout layout =
                layout(
                        role("a", "one", 256),
                        role("b", "two", 256),
                        role("c", "three", 256),
                        new Layout.Role("g", "three", 0, List.of(), 0, false));
        Forecast forecast = forecast(layout, new Move("c", "one"));
        assertTrue(forecast.impossible());
        assertEquals(List.of("impossibleZones"), keys(forecast));
        assertEquals("2 < 3", forecast.warnings().getFirst().details().get("value"));
        assertEquals(0, forecast.usableAfter());
    }

    @Test
    void withoutALayoutThereIsNothingToForecast() {
        Forecast forecast = forecast(layout(role("a", "one", 0)), new Move("a", "two"));
        assertTrue(forecast.impossible());
        assertEquals("impossibleNodes", forecast.warnings().getFirst().key());
    }

    @Test
    void capacitiesThatFitNothingAreImpossible() {
        Layout.Role tiny = new Layout.Role("c", "three", 10, List.of(), 256, false);
        Layout layout = layout(role("a", "one", 256), role("b", "two", 256), tiny);
        Forecast forecast = forecast(layout, new Move("a", "four"));
        assertEquals(List.of("impossibleSize"), keys(forecast));
    }

    @Test
    void aDownMachineIsSaid() {
        Json.Obj state = Captures.state(five()).with("down", 1);
        Forecast forecast = new GaragePlacement(new NoHost()).forecast(state, List.of());
        assertEquals(List.of("nodeDown"), keys(forecast));
    }

    @Test
    void aHundredMachinesAreQuick() {
        List<Layout.Role> roles = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            roles.add(role("n" + i, "z" + i % 10, i < 68 ? 8 : 7));
        }
        Layout layout = layout(roles.toArray(Layout.Role[]::new));
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            moves.add(new Move("n" + i, "z0"));
        }
        Json.Obj state = Captures.state(layout);
        GaragePlacement placement = new GaragePlacement(new NoHost());
        Forecast forecast = placement.forecast(state, moves);
        assertTrue(forecast.copiesToMove().orElseThrow() > 0);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            assertEquals(forecast, placement.forecast(state, moves));
            best = Math.min(best, System.nanoTime() - begun);
        }
        assertTrue(best < 50_000_000, best / 1_000_000 + " ms");
    }

    private static List<String> keys(Forecast forecast) {
        return forecast.warnings().stream().map(Forecast.Warning::key).toList();
    }

    private static Forecast forecast(Layout layout, Move... moves) {
        return new GaragePlacement(new NoHost()).forecast(Captures.state(layout), List.of(moves));
    }

    private static Layout.Role role(String id, String zone, int stored) {
        return sized(id, zone, 1000 * MB, stored);
    }

    private static Layout.Role sized(String id, String zone, long capacity, int stored) {
        return new Layout.Role(id, zone, capacity, List.of(id), stored, false);
    }

    private static Layout layout(Layout.Role... roles) {
        return new Layout(1, 0, 3_906_250, List.of(roles), List.of(), false);
    }

    private static Layout five() {
        long gb = 1000 * MB;
        return new Layout(
                1,
                0,
                8_438_818_565L,
                List.of(
                        sized("df-ymf", "bespin", 1000 * gb, 118),
                        sized("courgette", "neptune", 1500 * gb, 177),
                        sized("pamplemousse", "corrin", 2000 * gb, 237),
                        sized("onion", "dathomir", 500 * gb, 59),
                        sized("ananas", "scorpio", 1500 * gb, 177)),
                List.of(),
                false);
    }
}
