package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeRoom;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.ui.parts.Token;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.Cell;
import org.ronron.ui.topology.map.Pattern;

/** What the bars of a machine with 8 GiB say; free is what no cell covers. */
class BarsTest {
    private static final double NEAR = 1e-4;

    private static Workload with(
            String id, WorkloadFact.State state, long gib, OptionalLong mostGib) {
        return new Workload(
                "nomad/" + id,
                id,
                Optional.of(id),
                state,
                OptionalLong.of(gib * Machines.GIB),
                OptionalLong.of(500),
                OptionalLong.empty(),
                mostGib.isPresent() ? OptionalLong.of(mostGib.getAsLong() * Machines.GIB) : mostGib,
                OptionalLong.empty(),
                Map.of());
    }

    private static Node kept(Node node, long gib, long usedGib) {
        return node.withRoom(
                NodeRoom.kept(
                                OptionalLong.of(gib * Machines.GIB),
                                OptionalLong.of(0),
                                OptionalLong.empty())
                        .used(OptionalLong.of(usedGib * Machines.GIB), OptionalLong.empty()));
    }

    private static Bar memory(Node node) {
        return Bars.of(node).memory();
    }

    private static double free(Bar bar) {
        double taken =
                bar.cells().stream()
                        .filter(c -> c.colour() != Token.BAR_FREE)
                        .mapToDouble(c -> c.to() - c.from())
                        .sum();
        return 1 - taken;
    }

    /** Nomad's issue 13501: the agent's reserve is no free room. 8 - 1 kept - 2 - 1 = 4 GiB. */
    @Test
    void whatIsKeptForTheMachineItselfIsNotFree() {
        Node node =
                kept(
                        Machines.node(
                                "a",
                                "quai",
                                Map.of(),
                                with("x", WorkloadFact.State.RUNNING, 2, OptionalLong.empty()),
                                with("y", WorkloadFact.State.STARTING, 1, OptionalLong.empty())),
                        1,
                        3);
        Bar bar = memory(node);
        assertEquals(0.5, free(bar), NEAR);
        Cell last = bar.cells().getLast();
        assertEquals(Pattern.DOTS, last.pattern());
        assertEquals(1 - 1 / 8.0, last.from(), NEAR);
        assertEquals(3 / 8.0, bar.used(), NEAR);
    }

    /** A client that is cut off keeps its place; what was lost does not. */
    @Test
    void whatIsNotKnownCountsAndWhatIsLostDoesNot() {
        Bar bar =
                memory(
                        Machines.node(
                                "a",
                                "quai",
                                Map.of(),
                                with("cut", WorkloadFact.State.UNKNOWN, 4, OptionalLong.empty()),
                                with("gone", WorkloadFact.State.LOST, 4, OptionalLong.empty())));
        Cell cut = bar.cells().getFirst();
        Cell gone = bar.cells().getLast();
        assertEquals(0.5, cut.to() - cut.from(), NEAR);
        assertEquals(Pattern.STRIPES, cut.pattern());
        assertTrue(gone.to() - gone.from() < 0.05, "it reserves nothing any more");
        assertEquals(Pattern.CROSS, gone.pattern());
    }

    /** Nomad's issue 10268: limits above what is reserved are shown. 2 + 1 may become 4 + 1. */
    @Test
    void whatMayBeAskedForBeyondTheReservationIsShown() {
        Bar bar =
                memory(
                        Machines.node(
                                "a",
                                "quai",
                                Map.of(),
                                with("x", WorkloadFact.State.RUNNING, 2, OptionalLong.of(4)),
                                with("y", WorkloadFact.State.RUNNING, 1, OptionalLong.empty())));
        assertEquals(5 / 8.0, bar.most(), NEAR);
        assertEquals(5 / 8.0, free(bar), NEAR);
    }

    @Test
    void everyServiceHasACellInTheSameOrderInBothBars() {
        Node node =
                Machines.node(
                        "a",
                        "quai",
                        Map.of(),
                        with("b", WorkloadFact.State.RUNNING, 1, OptionalLong.empty()),
                        with("a", WorkloadFact.State.FAILED, 1, OptionalLong.empty()),
                        with("c", WorkloadFact.State.RUNNING, 1, OptionalLong.empty()));
        List<String> memory = ids(Bars.of(node).memory());
        assertEquals(List.of("nomad/b", "nomad/c", "nomad/a"), memory);
        assertEquals(memory, ids(Bars.of(node).cpu()));
    }

    private static List<String> ids(Bar bar) {
        return bar.cells().stream().map(Cell::workload).filter(w -> !w.isEmpty()).toList();
    }
}
