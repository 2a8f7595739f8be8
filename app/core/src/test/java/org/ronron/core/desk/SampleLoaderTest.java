package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.NodeFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Node;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

class SampleLoaderTest {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    @Test
    void deuxfleursAsAWhole() throws RefusedException {
        Collective c = sample("deuxfleurs");
        assertEquals("Deuxfleurs", c.name());
        assertEquals(11, c.nodes().size());
        assertEquals(56, c.workloads());
        assertEquals(
                List.of("bespin", "neptune", "corrin", "dathomir", "scorpio"),
                c.zones().stream().map(Zone::name).toList());
        Totals t = c.totals();
        assertEquals(OptionalLong.of(23L << 30), t.memoryReserved());
        assertEquals("95.89", gib(t.memory()));
        assertEquals(OptionalLong.of(22_500), t.cpuReserved());
        assertEquals(OptionalLong.of(60_200), t.cpu());
        assertEquals(24, percent(t.memoryReserved(), t.memory()));
        assertEquals(37, percent(t.cpuReserved(), t.cpu()));
        assertTrue(c.endpoints().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "bespin, 3, 14, 6.11, 22.99, 5450, 16200",
        "neptune, 3, 27, 11.85, 26.91, 9400, 16200",
        "corrin, 1, 0, 0.00, 11.60, 0, 5000",
        "dathomir, 2, 0, 0.00, 11.39, 0, 10000",
        "scorpio, 2, 15, 5.04, 23.00, 7650, 12800"
    })
    void deuxfleursZoneByZone(
            String name,
            int nodes,
            int workloads,
            String reserved,
            String memory,
            long cpuReserved,
            long cpu)
            throws RefusedException {
        Collective c = sample("deuxfleurs");
        Zone zone = c.zone(name).orElseThrow();
        assertTrue(zone.published());
        assertEquals(nodes, zone.nodes());
        assertEquals(workloads, zone.workloads());
        assertEquals(
                new BigDecimal(reserved)
                        .multiply(GIB)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                zone.totals().memoryReserved().orElseThrow());
        assertEquals(memory, gib(zone.totals().memory()));
        assertEquals(OptionalLong.of(cpuReserved), zone.totals().cpuReserved());
        assertEquals(OptionalLong.of(cpu), zone.totals().cpu());
        assertEquals(
                c.in(name).stream().mapToLong(n -> n.memory().orElseThrow()).sum(),
                zone.totals().memory().orElseThrow());
    }

    @Test
    void aNodeOfDeuxfleursKnowsOnlyHowManyWorkloadsItHas() throws RefusedException {
        Collective c = sample("deuxfleurs");
        Node celeri = c.node("n:celeri").orElseThrow();
        assertEquals(10, celeri.workloads().size());
        assertFalse(celeri.sizesPublished());
        assertTrue(celeri.workloads().stream().allMatch(w -> w.memory().isEmpty()));
        assertEquals(OptionalLong.of(7846L << 20), celeri.memory());
        assertEquals(Optional.of("sample"), celeri.immovable());
        assertEquals(Node.State.FINE, celeri.state());
        assertTrue(c.nodes().stream().noneMatch(n -> n.name().equals("drosera")));
    }

    @Test
    void framaspaceShowsWhatWasPublishedAndPlacesNothingElse() throws RefusedException {
        Collective c = sample("framaspace");
        assertEquals(9, c.zone("Falkenstein").orElseThrow().nodes());
        assertEquals(5, c.zone("Helsinki").orElseThrow().nodes());
        assertEquals(0, c.zone("Falkenstein, usual infrastructure").orElseThrow().nodes());
        assertEquals(15, c.zone("").orElseThrow().nodes());
        List<Node> servers =
                c.nodes().stream().filter(n -> n.machine() == NodeFact.Machine.PHYSICAL).toList();
        assertEquals(15, servers.size());
        assertTrue(servers.stream().allMatch(n -> n.immovable().equals(Optional.of("rented"))));
        List<Node> machines =
                c.nodes().stream().filter(n -> n.machine() == NodeFact.Machine.VIRTUAL).toList();
        assertEquals(14, machines.size());
        assertTrue(machines.stream().allMatch(n -> n.zone().isEmpty()));
        assertTrue(machines.stream().allMatch(n -> n.immovable().equals(Optional.of("vm"))));
        assertEquals("2", c.facts().get("sample.fact.virtualElsewhere"));
    }

    @Test
    void aVirtualMachineBringsNoCapacityOfItsOwn() throws RefusedException {
        Totals t = sample("framaspace").totals();
        assertEquals(OptionalLong.of(15L * 64 << 30), t.memory());
        assertEquals(OptionalLong.empty(), t.memoryReserved());
        assertEquals(OptionalLong.empty(), t.cpu());
    }

    @Test
    void aSampleThatIsNotThereIsRefused() {
        RefusedException refused = assertThrows(RefusedException.class, () -> sample("nobody"));
        assertEquals(OwnError.INTERNAL, refused.fault().code());
    }

    private static Collective sample(String name) throws RefusedException {
        Sample sample = new SampleLoader(new FolderSamples()).load(name);
        return CollectiveBuilder.build(
                sample.row(),
                List.of(sample.heard()),
                sample.edits(),
                Instant.parse("2026-11-20T20:00:00Z"),
                Duration.ofSeconds(30));
    }

    private static String gib(OptionalLong bytes) {
        return BigDecimal.valueOf(bytes.orElseThrow())
                .divide(GIB, 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static long percent(OptionalLong part, OptionalLong whole) {
        return Math.round(100.0 * part.orElseThrow() / whole.orElseThrow());
    }
}
