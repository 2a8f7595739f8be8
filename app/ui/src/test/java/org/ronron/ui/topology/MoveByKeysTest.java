package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.plan.MoveNode;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** The whole move without a mouse, and taking it back. */
class MoveByKeysTest {
    @Test
    void aMachineIsMovedByKeysAlone() {
        try (WindowRig rig = new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"))) {
            rig.walkTo("n:pamplemousse");
            rig.hand.push(KeyCode.RIGHT).push(KeyCode.M);
            rig.awaitShown("zone-chooser");
            rig.shoot("zone-chooser");
            String chooser = rig.texts("zone-chooser");
            assertTrue(chooser.contains("Où va onion ?"), chooser);
            assertFalse(chooser.contains("dathomir"), "it is there already: " + chooser);
            assertTrue(rig.find("to-bespin").isFocused(), "the first zone has the focus");

            rig.hand.push(KeyCode.TAB).push(KeyCode.SPACE);
            rig.awaitText("Qu’est-ce qui est vrai ?");
            assertTrue(rig.texts("forecast").contains("onion dans corrin"));
            rig.awaitText("Qui est coupé");
            rig.settle();
            Fx.run(rig.find("truth-WILL_CARRY")::requestFocus);
            rig.hand.push(KeyCode.SPACE);

            rig.awaitText("1 changement préparé");
            assertEquals(
                    List.of(new MoveNode("n:onion", "corrin", MoveNode.Truth.WILL_CARRY)),
                    rig.desk.state().staged());
        }
    }

    @Test
    void theLastOneStagedIsTakenBackFirst() {
        MoveNode onion = new MoveNode("n:onion", "corrin", MoveNode.Truth.WILL_CARRY);
        MoveNode celeri = new MoveNode("n:celeri", "bespin", MoveNode.Truth.ALREADY_THERE);
        try (WindowRig rig =
                new WindowRig(
                        States.staged(
                                States.of(Deuxfleurs.own(), "fr", "light"),
                                List.of(onion, celeri)))) {
            assertTrue(rig.texts("tray").contains("2 changements préparés"));
            undo(rig);
            rig.awaitText("1 changement préparé");
            String tray = rig.texts("tray");
            assertTrue(tray.contains("onion : dathomir → corrin"), tray);
            assertFalse(tray.contains("celeri"), tray);
            assertTrue(rig.shows("coming-onion"));

            undo(rig);
            rig.awaitGone("coming-onion");
            assertFalse(rig.find("tray").isVisible());
            assertFalse(rig.texts().contains("→ corrin"), rig.texts());
        }
    }

    private static void undo(WindowRig rig) {
        rig.hand.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
        rig.settle();
    }

    @Test
    void whatIsStagedIsDrawnInBothZones() {
        try (WindowRig rig =
                new WindowRig(
                        States.staged(
                                States.of(Deuxfleurs.own(), "fr", "light"),
                                List.of(
                                        new MoveNode(
                                                "n:onion",
                                                "corrin",
                                                MoveNode.Truth.WILL_CARRY))))) {
            String from = rig.texts("zone-dathomir");
            assertTrue(from.contains("2 → 1 machine · 0 service"), from);
            assertTrue(from.contains("0 / 11,39 → 7,65 Gio"), from);
            assertTrue(from.contains("0 / 10 → 5 GHz"), from);
            assertTrue(rig.texts("node-onion").contains("→ corrin"));
            assertTrue(rig.looks("node-onion").contains("leaving"));
            String to = rig.texts("zone-corrin");
            assertTrue(to.contains("1 → 2 machines · 0 service"), to);
            assertTrue(to.contains("0 / 11,6 → 15,35 Gio"), to);
            assertTrue(to.contains("0 / 5 → 10 GHz"), to);
            assertTrue(rig.texts("coming-onion").contains("prévue ici"));
            assertTrue(rig.looks("coming-onion").contains("coming"));
            String other = rig.texts("zone-bespin");
            assertFalse(other.contains("→"), other);
        }
    }
}
