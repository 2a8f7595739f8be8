package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Collective;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.Variants;
import org.ronron.ui.window.WindowRig;

/** What a volunteer reads on the picture: on a good day, and when everything is down. */
class WhatIsSeenTest {
    private static WindowRig open(Collective collective) {
        return new WindowRig(States.of(collective, "fr", "light"));
    }

    @Test
    void theFilterGreysWhatItDoesNotHold() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            rig.hand.clickOn(rig.find("topology-filter")).write("celeri");
            rig.settle();
            rig.shoot("filter");
            assertFalse(rig.looks("node-celeri").contains("greyed"));
            for (String other : Stream.of("onion", "df-ymf", "ananas").toList()) {
                assertTrue(rig.looks("node-" + other).contains("greyed"), other);
            }
            rig.hand.eraseText(6);
            rig.settle();
            assertFalse(rig.looks("node-onion").contains("greyed"));
        }
    }

    @Test
    void notesAreReadWhenEverythingIsDown() {
        Collective down = Variants.allDown(Deuxfleurs.own(), States.NOW.minus(Duration.ofHours(3)));
        try (WindowRig rig = open(down)) {
            assertTrue(rig.texts().contains("0 système sur 3"), rig.texts());
            rig.click("node-celeri");
            rig.awaitShown("inspector-node");
            rig.shoot("all-down");
            String read = rig.texts("inspector-node");
            assertTrue(read.contains("bouton rouge, puis compter jusqu’à dix"), read);
            assertTrue(read.contains("chez Maximilien"), read);
            assertTrue(read.contains("06 00 00 00 00"), read);
            assertTrue(read.contains("sous le pot de fleurs"), read);
            assertTrue(read.contains("il y a 3 h"), read);

            rig.click("zone-neptune");
            rig.awaitShown("inspector-zone");
            String zone = rig.texts("inspector-zone");
            assertTrue(zone.contains("chez Maximilien"), zone);
            assertTrue(zone.contains("box au salon"), zone);
        }
    }

    @Test
    void aSilentMachineIsGreyAndSaysSinceWhen() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            String card = rig.texts("node-df-ymk");
            assertTrue(card.contains("muette depuis 3 h"), card);
            assertFalse(card.contains("libres"), card);
            assertTrue(
                    rig.looks("node-df-ymk").contains("stale"),
                    "its bars are what they were, not what they are");
            rig.walkTo("n:df-ymk");
            assertTrue(
                    rig.find("topology-map").getAccessibleText().contains("état ancien"),
                    "the state is a word as well");
            assertFalse(rig.texts("node-df-ymf").contains("muette"));
            assertTrue(rig.texts().contains("2 systèmes sur 3, il y a 12 s"), rig.texts());
        }
    }

    @Test
    void aFindingSaysItsMomentAsPeopleDo() {
        Collective silent =
                Variants.silentSince(Deuxfleurs.own(), States.NOW.minus(Duration.ofHours(3)));
        try (WindowRig rig = open(silent)) {
            assertTrue(rig.texts().contains("ne répond plus depuis 3 h."), rig.texts());
            assertFalse(rig.texts().contains("2026-"), rig.texts());
        }
    }

    @Test
    void aMachineKnownOnlyBySshGetsItsZoneByHand() {
        Collective unplaced = Variants.withUnplaced(Deuxfleurs.own(), "prune");
        try (WindowRig rig = open(unplaced)) {
            String nowhere = rig.texts("zone-");
            assertTrue(nowhere.contains("sans zone"), nowhere);
            assertTrue(nowhere.contains("prune"), nowhere);
            String size = rig.texts("node-prune");
            assertTrue(size.contains("8 Gio"), size);
            assertFalse(size.contains("libres"), "nobody says what is in use: " + size);
            assertFalse(
                    rig.looks("node-prune").contains("bars"), "an empty bar would say: not in use");

            rig.walkTo("n:prune");
            rig.hand.push(javafx.scene.input.KeyCode.ENTER);
            rig.awaitShown("inspector-node");
            rig.hand.clickOn("Corriger…");
            rig.awaitShown("machine-zone");
            rig.shoot("machine-form");
            TextField zone = (TextField) rig.find("machine-zone");
            Fx.run(() -> zone.setText("corrin"));
            rig.hand.clickOn("Garder");
            Fx.await(
                    "the zone is told",
                    () -> rig.desk.calls.contains("setZoneByHand n:prune corrin"));

            rig.desk.show(States.of(Variants.placed(unplaced, "n:prune", "corrin"), "fr", "light"));
            rig.awaitGone("zone-");
            String corrin = rig.texts("zone-corrin");
            assertTrue(corrin.contains("prune"), corrin);
            assertTrue(corrin.contains("zone donnée à la main"), corrin);
        }
    }

    @Test
    void oneButtonMakesEverythingReadOnly() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            assertTrue(rig.texts().contains("Écriture permise : 42 min"), rig.texts());
            rig.hand.clickOn(rig.find("read-only-all"));
            rig.awaitText("Tout est en lecture seule.");
            assertTrue(rig.desk.calls.contains("readOnlyAll"), rig.desk.calls.toString());

            rig.desk.show(States.of(Variants.allDown(Deuxfleurs.own(), States.NOW), "fr", "light"));
            rig.awaitText("Lecture seule");
            assertTrue(rig.find("read-only-all").isDisabled(), "there is nothing to take back");
        }
    }

    @Test
    void nothingConnectedSaysWhatToDo() {
        try (WindowRig rig = open(Variants.empty())) {
            rig.shoot("nothing-connected");
            String all = rig.texts();
            assertTrue(all.contains("Aucune machine connue"), all);
            assertTrue(all.contains("Connecter un système"), all);
        }
    }
}
