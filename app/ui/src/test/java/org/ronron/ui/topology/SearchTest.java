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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.NodeFact;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;

/** What a word finds. */
class SearchTest {
    private static final Collective OF =
            Machines.of(
                    List.of(
                            node(
                                    "céleri",
                                    "Neptune",
                                    Map.of("pool", "Stockage"),
                                    workload("1a", "plume.web[0]", "plume", 1),
                                    workload("2b", "etoile.web[0]", "etoile", 1)),
                            node(
                                    "onion",
                                    "scorpio",
                                    Map.of(),
                                    workload("3c", "plume.web[1]", "plume", 1)),
                            node("abricot", "scorpio", Map.of())),
                    List.of("etoile"));

    private static final Texts TEXTS = Texts.of(Locale.FRENCH, List.of());

    private static Found find(String typed) {
        return Search.in(TEXTS).over(OF).find(typed);
    }

    private static Set<String> nodes(String typed) {
        return find(typed).nodes();
    }

    @Test
    void nothingTypedGreysNothing() {
        Found found = find("  ");
        assertTrue(found.node("n:onion") && found.workload("nomad/1a"));
    }

    @Test
    void namesZonesLabelsAndIdsAreFound() {
        assertEquals(Set.of("n:céleri"), nodes("CELERI"));
        assertEquals(Set.of("n:céleri"), nodes("neptune"));
        assertEquals(Set.of("n:céleri"), nodes("stockage"));
        assertEquals(Set.of("n:onion"), nodes("3c"));
        assertEquals(Set.of(), nodes("rhubarbe"));
    }

    @Test
    void ofAMachineThatMatchesAllStaysBright() {
        assertEquals(Set.of("nomad/1a", "nomad/2b"), find("celeri").workloads());
        assertEquals(Set.of("nomad/1a", "nomad/3c"), find("plume").workloads());
    }

    @Test
    void aSpaceAndWhoHasItAreFoundWhereItsJobRuns() {
        assertEquals(Set.of("nomad/2b"), find("théatre").workloads());
        assertEquals(Set.of("nomad/2b"), find("etoile.example").workloads());
    }

    @Test
    void eachWordHasToBeThereAndNoneGoesOverTwoTexts() {
        assertEquals(Set.of("nomad/1a"), find("neptune plume").workloads());
        assertEquals(Set.of("n:céleri"), nodes("plume neptune"));
        assertEquals(Set.of(), nodes("neptune onion"));
        assertEquals(Set.of(), nodes("etoileplume"));
    }

    @Test
    void anImageOfASpacesNameIsNotItsJob() {
        Node docker =
                new Node(
                        "n:d",
                        "d",
                        "quai",
                        false,
                        Node.State.FINE,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        List.of(new Node.Presence("ssh", "d", "linux", "d", "", "", Map.of())),
                        List.of(),
                        true,
                        "",
                        Notes.EMPTY);
        Collective of = Machines.of(List.of(docker), List.of("etoile"));
        Workload container =
                new Workload(
                        "ssh/1",
                        "c",
                        Optional.of("etoile"),
                        WorkloadFact.State.RUNNING,
                        OptionalLong.empty(),
                        OptionalLong.empty());
        assertFalse(new Served(of).by(container).isPresent());
        assertTrue(new Served(OF).by(OF.nodes().getFirst().workloads().get(1)).isPresent());
    }

    @Test
    void aLabelSaysTheSpaceAndANamespaceIsNoPartOfAJobsName() {
        Served served = new Served(OF);
        Workload plain = workload("7", "x", "autre", 1);
        assertFalse(served.by(plain).isPresent());
        assertTrue(served.by(labelled(plain, "autre", "space", "etoile")).isPresent());
        assertTrue(
                served.by(labelled(plain, "ateliers/etoile", "namespace", "ateliers")).isPresent());
        assertFalse(
                served.by(labelled(plain, "ateliers/etoile", "namespace", "autres")).isPresent());
    }

    private static Workload labelled(Workload of, String job, String key, String value) {
        return new Workload(
                of.id(),
                of.name(),
                Optional.of(job),
                of.state(),
                of.memory(),
                of.cpu(),
                of.disk(),
                of.memoryMost(),
                of.memoryUsed(),
                Map.of(key, value));
    }

    @Test
    void aStateThatIsNotTheUsualOneIsFoundByItsWord() {
        Workload failed =
                new Workload(
                        "nomad/4d",
                        "radio.web[0]",
                        Optional.of("radio"),
                        WorkloadFact.State.FAILED,
                        OptionalLong.empty(),
                        OptionalLong.empty());
        Collective of =
                Machines.of(
                        node("onion", "scorpio", Map.of(), failed, workload("5e", "b", "b", 1)),
                        node("abricot", "scorpio", Map.of(Node.Presence.DRAINING, "yes")));
        Search search = Search.in(TEXTS).over(of);
        assertEquals(Set.of("nomad/4d"), search.find("échec").workloads());
        assertEquals(Set.of("n:abricot"), search.find("évacue").nodes());
        assertEquals(Set.of(), search.find("marche").nodes(), "what is as usual finds nothing");
    }

    @Test
    void anotherPictureIsFoundWithItsChanges() {
        Search before = Search.in(TEXTS).over(OF);
        List<Node> nodes = new ArrayList<>(OF.nodes());
        nodes.set(2, node("rhubarbe", "scorpio", Map.of()));
        Search after = before.over(Machines.of(nodes, List.of("etoile")));
        assertEquals(Set.of("n:rhubarbe"), after.find("rhub").nodes());
        assertEquals(Set.of("n:céleri"), after.find("celeri").nodes());
        assertEquals(Set.of(), after.find("abricot").nodes());
    }
}
