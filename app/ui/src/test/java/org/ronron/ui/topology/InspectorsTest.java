package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.desk.DeskState;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** What stands on the right for each thing that can be selected. */
class InspectorsTest {
    private static WindowRig open(String language, String theme) {
        DeskState state = States.of(Village.collective(), language, theme);
        WindowRig rig = new WindowRig(state);
        rig.size(1366, 768);
        return rig;
    }

    private static WindowRig open() {
        return open("fr", "light");
    }

    /** Clicks on what is called so in the inspector. */
    private static void follow(WindowRig rig, String inspector, String name) {
        Node in = rig.find(inspector);
        Fx.run(
                () ->
                        in.lookupAll(".go-to").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals(name))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no " + name))
                                .fire());
        rig.settle();
    }

    private static String plain(WindowRig rig, String id) {
        return rig.texts(id).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void aMachineSaysWhatIsFreeAndWhereTheRestIs() {
        try (WindowRig rig = open()) {
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            rig.shoot("inspector-node");
            String said = plain(rig, "inspector-node");
            // 8 GiB without 512 MiB kept and 2,5 GiB reserved: what has failed reserves nothing
            assertTrue(said.contains("5 Gio libres sur 8 Gio"), said);
            assertTrue(said.contains("512 Mio gardés pour la machine"), said);
            assertTrue(said.contains("2,5 Gio réservés"), said);
            assertTrue(said.contains("3 Gio vraiment utilisés"), said);
            assertTrue(said.contains("il y a 9 h"), "its last backup: " + said);
            assertTrue(said.contains("volontaire@onion"), "by which way Nomad is reached: " + said);
            assertEquals(List.of(), rig.cut());
        }
    }

    @Test
    void aMachineInTwoZonesSaysWhoSaysWhich() {
        try (WindowRig rig = open()) {
            rig.click("node-celeri");
            rig.awaitShown("inspector-node");
            rig.shoot("inspector-contradiction");
            String said = plain(rig, "inspector-node");
            assertTrue(said.contains("atuin, d’après nomad-maison"), said);
            assertTrue(said.contains("neptune, d’après garage-maison"), said);
            assertTrue(said.contains("non connu"), "no backup tells of it: " + said);
        }
    }

    @Test
    void aMachineThatNothingSavesSaysSo() {
        try (WindowRig rig = open()) {
            rig.click("node-onion");
            rig.awaitShown("inspector-node");
            assertTrue(plain(rig, "inspector-node").contains("aucune connue"));
        }
    }

    @Test
    void aWorkloadShowsItsSiblingsAndTheSpaceThatItServes() {
        try (WindowRig rig = open()) {
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            follow(rig, "inspector-node", "plume.web[a1]");
            rig.awaitShown("inspector-workload");
            rig.shoot("inspector-workload");
            String said = plain(rig, "inspector-workload");
            assertTrue(said.contains("512 Mio réservés"), said);
            assertTrue(said.contains("jusqu’à 2 Gio permis"), said);
            assertTrue(said.contains("141 Mio vraiment utilisés"), said);
            assertTrue(said.contains("associations"), "its namespace: " + said);
            assertTrue(said.contains("Espace servi"), said);
            follow(rig, "inspector-workload", "abricot");
            String other = plain(rig, "inspector-workload");
            assertTrue(other.contains("plume.web[d1]"), other);
            assertTrue(rig.looks("node-abricot").contains("selected"));
        }
    }

    @Test
    void aWorkloadOfNoSpaceNamesNone() {
        try (WindowRig rig = open()) {
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            follow(rig, "inspector-node", "cryptpad.app[0]");
            rig.awaitShown("inspector-workload");
            String said = plain(rig, "inspector-workload");
            assertFalse(said.contains("Espace servi"), said);
            assertTrue(said.contains("en échec"), said);
            assertTrue(said.contains("rien ne lui est plus réservé"), said);
            assertTrue(said.contains("Aucun : il ne tourne qu’ici."), said);
        }
    }

    @Test
    void oneWorkloadAfterAnotherLeavesNothingOfTheFirst() {
        try (WindowRig rig = open()) {
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            follow(rig, "inspector-node", "cryptpad.app[0]");
            rig.awaitShown("inspector-workload");
            Node shown = rig.find("inspector-workload");
            String alone = plain(rig, "inspector-workload");
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            follow(rig, "inspector-node", "plume.web[a1]");
            rig.awaitShown("inspector-workload");
            String said = plain(rig, "inspector-workload");
            assertSame(shown, rig.find("inspector-workload"), "made once");
            assertTrue(said.contains("en marche"), said);
            assertFalse(said.contains("en échec"), said);
            assertFalse(said.contains("plus réservé"), said);
            assertFalse(said.contains("Aucun : il ne tourne"), said);
            rig.click("node-courgette");
            rig.awaitShown("inspector-node");
            follow(rig, "inspector-node", "cryptpad.app[0]");
            assertEquals(alone, plain(rig, "inspector-workload"), "and back again");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,tout continue sans elle", "0,rien ne garantit que tout continue"})
    void aZoneSaysItsPartOfEachCluster(int zones, String words) {
        try (WindowRig rig = open()) {
            rig.desk.standing = Village.standing(zones);
            rig.click("zone-atuin");
            rig.awaitShown("zone-without");
            rig.awaitText(words);
            rig.shoot("inspector-zone-" + zones);
            String said = plain(rig, "zone-without");
            assertTrue(said.contains("2 de ses 4 machines"), said);
            assertTrue(said.contains("384 de ses 768 copies"), said);
            assertTrue(said.contains("jitsi"), "it runs nowhere else: " + said);
            assertFalse(said.contains("matrix"), said);
        }
    }

    @Test
    void whatNoSystemTellsIsNotKnown() {
        try (WindowRig rig = open()) {
            rig.click("zone-atuin");
            rig.awaitShown("zone-without");
            rig.awaitText("non connu : son système ne le dit pas");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void allOfItSaysWhichZoneIsNearlyFullAndWhatWaits(String language, String theme) {
        try (WindowRig rig = open(language, theme)) {
            rig.awaitShown("zones-filling");
            rig.shoot("inspector-totals-" + theme);
            String waiting = plain(rig, "waiting");
            assertTrue(waiting.contains("peertube"), waiting);
            String zones = plain(rig, "zones-filling");
            assertTrue(zones.indexOf("neptune") < zones.indexOf("atuin"), zones);
            assertTrue(rig.find("topology-partial").isVisible(), "Nomad does not see all");
            follow(rig, "zones-filling", "scorpio");
            rig.awaitShown("inspector-zone");
            assertTrue(plain(rig, "inspector-zone").contains("scorpio"));
            assertEquals(List.of(), rig.cut());
        }
    }

    @Test
    void aMachineThatVanishedStaysUntilItIsTakenOut() {
        try (WindowRig rig = new WindowRig(States.of(Village.without("oseille"), "fr", "light"))) {
            rig.size(1366, 768);
            rig.click("node-oseille");
            rig.awaitShown("node-dismiss");
            rig.shoot("inspector-vanished");
            assertTrue(plain(rig, "inspector-node").contains("disparue, il y a 2 h"));
            assertFalse(plain(rig, "inspector-node").contains("libres"), "nothing of it is free");
            assertTrue(rig.texts("node-oseille").contains("disparue depuis 2 h"));
            rig.hand.clickOn(rig.find("node-dismiss"));
            assertTrue(rig.desk.calls.contains("dismissGone n:oseille"), "" + rig.desk.calls);
        }
    }

    @Test
    void theKeyboardStaysWhereItIsWhenMoreIsKnown() {
        DeskState before = States.of(Village.collective(), "fr", "light");
        try (WindowRig rig = new WindowRig(before)) {
            rig.size(1366, 768);
            rig.click("node-onion");
            rig.awaitShown("node-empty");
            Node button = rig.find("node-empty");
            Fx.run(button::requestFocus);
            Fx.run(() -> rig.desk.show(States.of(Village.without("oseille"), "fr", "light")));
            Fx.await("an inspector made anew", () -> button.getScene() == null);
            Node after = rig.find("node-empty");
            assertNotSame(button, after);
            assertTrue(Fx.on(after::isFocused));
        }
    }

    @Test
    void severalMachinesSayWhatTheyHaveTogether() {
        try (WindowRig rig = open()) {
            rig.click("node-onion");
            rig.awaitShown("inspector-node");
            rig.walkTo("n:abricot");
            rig.hand.push(KeyCode.SPACE);
            rig.awaitShown("inspector-several");
            rig.shoot("inspector-several");
            String said = plain(rig, "inspector-several");
            assertTrue(said.contains("2 machines"), said);
            assertTrue(said.contains("10 Gio libres"), "3 and 7: " + said);
            follow(rig, "inspector-several", "abricot");
            rig.awaitShown("inspector-node");
        }
    }
}
