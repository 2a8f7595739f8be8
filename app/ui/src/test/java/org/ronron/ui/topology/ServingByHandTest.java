package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.core.plan.ServeNode;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.States;
import org.ronron.ui.window.Variants;
import org.ronron.ui.window.WindowRig;

/** A machine on which a scheduler places services: seen, emptied and opened again in the window. */
class ServingByHandTest {
    private static WindowRig rig(String zone, String draining, String eligible) {
        return new WindowRig(
                States.of(
                        Variants.scheduled(Deuxfleurs.own(), "n:onion", zone, draining, eligible),
                        "fr",
                        "light"));
    }

    private static String inspect(WindowRig rig) {
        rig.click("node-onion");
        rig.awaitShown("inspector-node");
        rig.settle();
        return rig.texts("inspector-node");
    }

    @Test
    void anOpenMachineIsStagedToBeEmptied() {
        try (WindowRig rig = rig("dathomir", "no", "yes")) {
            String inspector = inspect(rig);
            assertTrue(inspector.contains("ouverte"), inspector);
            assertFalse(rig.shows("node-serve"));
            rig.hand.clickOn(rig.find("node-empty"));
            rig.awaitText("Changement préparé. Rien n’a encore été touché.");
            assertEquals(List.of(new ServeNode("n:onion", false)), rig.desk.state().staged());
            assertTrue(rig.texts("tray").contains("évacuer onion"), rig.texts("tray"));
            assertTrue(rig.texts("node-onion").contains("sera évacuée"), rig.texts("node-onion"));
            rig.shoot("serving-staged");
        }
    }

    @Test
    void aClosedMachineSaysSoAndIsOpenedAgain() {
        try (WindowRig rig = rig("dathomir", "no", "no")) {
            String card = rig.texts("node-onion");
            assertTrue(card.contains("fermée aux services"), card);
            String inspector = inspect(rig);
            assertTrue(inspector.contains("rien de nouveau n’y est placé"), inspector);
            rig.shoot("serving-closed");
            rig.hand.clickOn(rig.find("node-serve"));
            rig.awaitText("rouvrir onion aux services");
            assertEquals(List.of(new ServeNode("n:onion", true)), rig.desk.state().staged());
        }
    }

    @Test
    void whileItIsEmptiedItMayNotBeUnpluggedAndNothingElseIsOffered() {
        try (WindowRig rig = rig("dathomir", "yes", "no")) {
            String card = rig.texts("node-onion");
            assertTrue(card.contains("s’évacue, ne pas débrancher"), card);
            inspect(rig);
            assertFalse(rig.shows("node-serve"));
            assertFalse(rig.shows("node-empty"));
            rig.shoot("serving-draining");
        }
    }

    @Test
    void twoZonesAreBothSaidWithWhoSaysThem() {
        try (WindowRig rig = rig("corrin", "no", "yes")) {
            String inspector = inspect(rig);
            assertTrue(inspector.contains("dathomir, d’après garage-maison"), inspector);
            assertTrue(inspector.contains("corrin, d’après nomad"), inspector);
            rig.shoot("serving-two-zones");
        }
    }

    @Test
    void aMachineThatOnlyStoresIsNotOfferedToBeEmptied() {
        try (WindowRig rig = new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"))) {
            inspect(rig);
            assertFalse(rig.shows("node-empty"));
            assertFalse(rig.shows("node-serve"));
        }
    }
}
