package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.port.OwnError;

class OpeningTest {
    private final Rig rig = new Rig();

    @Test
    void theCollectiveUsedLastIsOpenedAndItsOperationsTakenUp() {
        rig.connected(Rig.node("celeri", "neptune"));
        String id = collective().id();
        rig.restart();
        assertEquals(id, collective().id());
        assertEquals(List.of("recover " + id), rig.carrying.calls);
        rig.desk.closeCollective();
        rig.run();
        rig.restart();
        assertEquals(Optional.empty(), rig.desk.state().collective());
    }

    @Test
    void badPreferencesAreAsIfNotSet() throws Exception {
        rig.workspace.savePreference("collective", "gone");
        rig.workspace.savePreference("language", "tlh");
        rig.workspace.savePreference("theme", "dark");
        rig.workspace.savePreference("name", "x".repeat(5000));
        rig.restart();
        assertEquals(Optional.empty(), rig.desk.state().collective());
        assertEquals(Map.of("theme", "dark", "collective", "gone"), rig.desk.state().preferences());
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.setPreference("language", "tlh")).code());
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.setPreference("name", "A\nB")).code());
        rig.done(rig.desk.setPreference("language", "fr"));
        assertEquals("fr", rig.desk.state().preferences().get("language"));
    }

    @Test
    void aSampleOpensFromAnEmptyHomeAndAgainAfterARestart() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.openSample("deuxfleurs"));
        assertEquals(11, collective().nodes().size());
        assertEquals(56, collective().workloads());
        rig.done(rig.desk.openSample("deuxfleurs"));
        assertEquals(1, rig.desk.state().collectives().size());
        rig.pass(Duration.ofMinutes(5));
        rig.restart();
        assertEquals("Deuxfleurs", collective().name());
        assertEquals(0, rig.system.asked.get());
        assertTrue(collective().nodes().stream().allMatch(n -> n.state() == Node.State.FINE));
    }

    @Test
    void aFullDiskHindersNobodyFromLooking() {
        rig.connected(Rig.node("celeri", "neptune"));
        String own = collective().id();
        rig.desk.closeCollective();
        rig.run();
        rig.workspace.full = true;
        rig.done(rig.desk.open(own));
        assertEquals("celeri", collective().nodes().getFirst().name());
        rig.done(rig.desk.openSample("deuxfleurs"));
        assertEquals(11, collective().nodes().size());
        assertEquals(OwnError.DISK_FULL, rig.desk.state().trouble().orElseThrow().code());
        assertTrue(rig.carrying.calls.contains("recover " + own));
    }

    @Test
    void aSampleThatIsNotThereIsRefusedAndWhatIsOpenStays() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.openSample("deuxfleurs"));
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.openSample("nobody")).code());
        assertEquals("Deuxfleurs", collective().name());
    }

    @Test
    void aCollectivesNameIsTakenOnceButNotByASample() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.openSample("deuxfleurs"));
        rig.done(rig.desk.create("Deuxfleurs", "own"));
        assertEquals("history.created", rig.history().getFirst());
        assertEquals(OwnError.NAME_TAKEN, rig.refused(rig.desk.create("deuxfleurs", "own")).code());
        assertEquals(CommonError.BAD_SETTING, rig.refused(rig.desk.create(" ", "own")).code());
        assertEquals(CommonError.BAD_SETTING, rig.refused(rig.desk.create("X", "sample")).code());
    }

    @Test
    void ourOwnWordsAreKeptShownAndWrittenInTheHistory() {
        rig.done(rig.desk.start());
        rig.done(rig.desk.setPreference("name", "Zoé"));
        rig.connected(Rig.node("celeri", ""));
        Notes notes = new Notes("Zoé's", "06", "8-20", "under the pot", "left box", "press");
        rig.done(rig.desk.setNotes("node:n:celeri", notes));
        rig.done(rig.desk.setNotes("zone:neptune", notes));
        rig.done(rig.desk.setZoneByHand("n:celeri", " neptune "));
        rig.done(rig.desk.setOwner("n:celeri", "nixos"));
        rig.done(rig.desk.setMachineKind("n:celeri", "region"));
        rig.restart();
        Node celeri = collective().node("n:celeri").orElseThrow();
        assertEquals(notes, celeri.notes());
        assertEquals("neptune", celeri.zone());
        assertTrue(celeri.zoneByHand());
        assertEquals("nixos", celeri.owner());
        assertEquals(Optional.of("region"), celeri.immovable());
        assertEquals(notes, collective().zone("neptune").orElseThrow().notes());
        assertEquals(
                List.of(
                        "history.kind.region",
                        "history.owner.nixos",
                        "history.zone-by-hand",
                        "history.notes",
                        "history.notes"),
                rig.history().subList(0, 5));
        assertEquals("Zoé", rig.desk.state().history().getFirst().who());
        rig.done(rig.desk.setZoneByHand("n:celeri", ""));
        assertEquals("", collective().node("n:celeri").orElseThrow().zone());
    }

    @Test
    void wordsWithoutMeaningAreRefused() {
        rig.connected(Rig.node("celeri", "neptune"));
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.setMachineKind("n:celeri", "spaceship")).code());
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.setOwner("n:celeri", "nobody")).code());
        assertEquals(OwnError.INTERNAL, rig.refused(rig.desk.setZoneByHand("n:gone", "x")).code());
    }

    private Collective collective() {
        return rig.desk.state().collective().orElseThrow();
    }
}
