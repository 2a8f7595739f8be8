package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.ui.topology.Machines.node;
import static org.ronron.ui.topology.Machines.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;

/** Groups and orders of machines. */
class ViewTest {
    private static final TopologyWords WORDS =
            new TopologyWords(Texts.of(Locale.FRENCH, List.of()));
    private static final Map<String, String> NONE = Map.of();

    private static String shown(View view, Collective collective) {
        StringBuilder all = new StringBuilder();
        for (View.Group group : view.groups(collective)) {
            all.append(group.title(WORDS)).append(':');
            group.nodes().forEach(n -> all.append(' ').append(n.name()));
            all.append('\n');
        }
        return all.toString();
    }

    @Test
    void zonesKeepTheirOrderAndAreShownEmpty() {
        Node b = node("b", "quai", NONE);
        Node a = node("A", "quai", NONE);
        Node lost = node("c", "", NONE);
        Collective of = Machines.of(lost, b, a);
        List<Zone> zones = new ArrayList<>();
        zones.add(new Zone("quai", Totals.UNKNOWN, false, 2, 0, Notes.EMPTY));
        zones.add(new Zone("cave", Totals.UNKNOWN, false, 0, 0, Notes.EMPTY));
        zones.add(new Zone("", Totals.UNKNOWN, false, 1, 0, Notes.EMPTY));
        Collective told =
                new Collective(
                        of.id(),
                        of.name(),
                        of.kind(),
                        zones,
                        of.nodes(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        of.totals(),
                        0,
                        Map.of());
        assertEquals("quai: A b\ncave:\nsans zone: c\n", shown(View.FIRST, told));
    }

    @Test
    void aLabelGroupsAndWhoHasNoneComesLast() {
        Collective of =
                Machines.of(
                        node("a", "quai", Map.of("pool", "Web")),
                        node("b", "cave", Map.of("pool", "base")),
                        node("c", "cave", NONE),
                        node("d", "cave", Map.of("pool", "Web")));
        View view = View.FIRST.by(new By("nomad", "pool", ""));
        assertEquals("base: b\nWeb: a d\nnon dit: c\n", shown(view, of));
        assertEquals("cave: b c d\nquai: a\n", shown(view.byZone(), of));
    }

    @Test
    void aHostStandsWithWhatItHosts() {
        Collective of =
                Machines.of(
                        node("vm1", "quai", Map.of("host", "souche")),
                        node("vm2", "quai", Map.of("host", "souche")),
                        node("souche", "quai", NONE),
                        node("seule", "quai", NONE));
        View view = View.FIRST.by(new By("nomad", "host", ""));
        assertEquals("souche: souche vm1 vm2\nnon dit: seule\n", shown(view, of));
    }

    @Test
    void oneEntryOfALabelGroups() {
        Collective of =
                Machines.of(
                        node("a", "quai", Map.of("meta", "rack = 2, site = nord")),
                        node("b", "quai", Map.of("meta", "site = sud")),
                        node("c", "quai", Map.of("meta", "rack = 1, site = nord")));
        View view = View.FIRST.by(new By("nomad", "meta", "site"));
        assertEquals("nord: a c\nsud: b\n", shown(view, of));
        assertTrue(By.of(of).contains(view.by()), By.of(of).toString());
    }

    @Test
    void whatTellsMachinesApartIsNoGroup() {
        List<Node> nodes =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        node(
                                                "n" + i,
                                                "quai",
                                                Map.of(
                                                        "kernel",
                                                        "6." + i + "-x",
                                                        "reserved",
                                                        "256",
                                                        "version",
                                                        i < 4 ? "2.0.4" : "v2.0.5",
                                                        "pool",
                                                        "p" + i)))
                        .toList();
        List<String> offered =
                By.of(Machines.of(nodes, List.of())).stream().map(By::label).toList();
        assertFalse(offered.contains("kernel"), "another word on each machine");
        assertFalse(offered.contains("reserved"), "a figure");
        assertTrue(offered.containsAll(List.of("", "pool", "version")), offered.toString());
        assertEquals(By.ZONE, By.of(Machines.of()).getFirst());
    }

    @Test
    void whatIsFreeOrdersAndWhatIsNotKnownIsLast() {
        Node full = node("a", "quai", NONE, workload("1", "w", "w", 7));
        Node empty = node("b", "quai", NONE);
        Node half =
                node(
                        "c",
                        "quai",
                        NONE,
                        workload("2", "w", "w", 1),
                        workload("3", "w", "w", 1),
                        workload("4", "w", "w", 1));
        Node unknown =
                node(
                        "0",
                        "quai",
                        NONE,
                        new Workload(
                                "nomad/9",
                                "w",
                                Optional.empty(),
                                WorkloadFact.State.RUNNING,
                                OptionalLong.empty(),
                                OptionalLong.empty()));
        Collective of = Machines.of(unknown, full, empty, half);
        assertEquals("quai: b c a 0\n", shown(View.FIRST.sort(View.Sort.FREE), of));
        assertEquals("quai: b a c 0\n", shown(View.FIRST.sort(View.Sort.FREE_CPU), of));
        assertEquals("quai: 0 a b c\n", shown(View.FIRST, of));
    }

    @Test
    void whatWasNotSeenForLongestComesFirst() {
        Collective of =
                Machines.of(
                        node("a", "quai", NONE, Optional.of(Machines.NOW)),
                        node("b", "quai", NONE, Optional.of(Machines.NOW.minusSeconds(900))),
                        node("c", "quai", NONE, Optional.empty()));
        assertEquals("quai: c b a\n", shown(View.FIRST.sort(View.Sort.AGE), of));
    }
}
