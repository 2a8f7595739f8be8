package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.plan.MoveNode;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.Forecasts;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** A hand that takes machines to other zones, in the real window. */
class MoveByHandTest {
    private static WindowRig deuxfleurs() {
        return new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"));
    }

    private static void hold(WindowRig rig, String node, String over) {
        rig.glide(node);
        rig.take();
        rig.glide(over);
        rig.awaitShown("forecast");
    }

    private static void drop(WindowRig rig, String node, String over) {
        hold(rig, node, over);
        rig.drop();
        rig.awaitText("Qui est coupé");
        rig.settle();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALREADY_THERE | Déjà sur place | déjà sur place",
                "WILL_CARRY | Je vais l’y porter | portée là-bas",
                "LABEL_WRONG | Son étiquette était fausse | étiquette corrigée"
            })
    void aDropAsksWhatIsTrueAndStagesIt(MoveNode.Truth truth, String answer, String said) {
        try (WindowRig rig = deuxfleurs()) {
            drop(rig, "node-onion", "zone-corrin");
            String question = rig.texts("forecast");
            assertTrue(question.contains("onion dans corrin"), question);
            assertTrue(question.contains("Qu’est-ce qui est vrai ?"), question);
            assertTrue(question.contains(answer), question);
            assertFalse(rig.texts().contains("préparé."), "nothing may be staged unasked");
            if (truth == MoveNode.Truth.WILL_CARRY) {
                rig.shoot("drop-question");
            }

            rig.hand.clickOn(rig.find("truth-" + truth));

            rig.awaitText("Changement préparé. Rien n’a encore été touché.");
            String tray = rig.texts("tray");
            assertTrue(tray.contains("1 changement préparé"), tray);
            assertTrue(tray.contains("onion : dathomir → corrin, " + said), tray);
            assertEquals(
                    List.of(new MoveNode("n:onion", "corrin", truth)), rig.desk.state().staged());
        }
    }

    @Test
    void whileItHoversTheZoneSaysWhatWouldFollow() {
        try (WindowRig rig = deuxfleurs()) {
            hold(rig, "node-onion", "zone-corrin");
            rig.awaitText("Capacité utile");
            rig.settle();
            rig.shoot("hover");
            String forecast = rig.texts("forecast");
            assertTrue(forecast.contains("3,9 Tio, inchangée"), forecast);
            assertTrue(forecast.contains("26 copies"), forecast);
            assertTrue(forecast.contains("supporte la perte d’une zone"), forecast);
            assertFalse(forecast.contains("Qu’est-ce qui est vrai"), forecast);
            assertTrue(rig.looks("zone-corrin").contains("dropping"));
            Bounds card = rig.bounds("forecast");
            assertFalse(card.intersects(rig.bounds("zone-corrin")), "it hides where to drop");

            rig.glide("node-oseille"); // back in the zone where it stands
            rig.drop();
            rig.awaitGone("forecast");
            assertEquals(List.of(), rig.desk.state().staged());
        }
    }

    @Test
    void servicesAndDataEachHaveTheirRowsAndAMissingRightIsSaid() {
        try (WindowRig rig =
                new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"), Forecasts::mixed)) {
            drop(rig, "node-onion", "zone-corrin");
            rig.shoot("drop-mixed");
            String card = rig.texts("forecast");
            assertTrue(card.contains("mail, site, le temps de redémarrer ailleurs"), card);
            assertTrue(card.contains("À placer ailleurs"), card);
            assertTrue(card.contains("2 services"), card);
            assertEquals(1, card.split("Capacité utile", -1).length - 1, card);
            assertTrue(card.contains("ce droit vous manque : node.drain"), card);
            rig.hand.clickOn(rig.find("truth-WILL_CARRY"));
            rig.awaitText("1 changement préparé");
        }
    }

    @Test
    void aDropThatLosesSaysSoFirstAndCanBeStagedAllTheSame() {
        try (WindowRig rig =
                new WindowRig(
                        States.of(Deuxfleurs.own(), "fr", "light"), moves -> Forecasts.losing())) {
            rig.size(1366, 768);
            drop(rig, "node-onion", "zone-corrin");
            rig.shoot("drop-losing");
            String card = rig.texts("forecast");
            int lost = card.indexOf("une partie de ce que garde main ne pourra plus être écrite");
            assertTrue(lost >= 0 && lost < card.indexOf("Qu’est-ce qui est vrai"), card);
            assertTrue(rig.bounds("truth-LABEL_WRONG").getMaxY() < 768, "all answers are in view");
            assertEquals(List.of(), rig.desk.state().staged());
            rig.hand.clickOn(rig.find("truth-WILL_CARRY"));
            rig.awaitText("1 changement préparé");
        }
    }

    @Test
    void allThatAreSelectedGoTogether() {
        try (WindowRig rig = deuxfleurs()) {
            rig.click("node-onion");
            rig.awaitShown("inspector-node");
            rig.hand.push(KeyCode.DOWN).push(KeyCode.SPACE);
            rig.awaitShown("inspector-several");
            rig.shoot("several");
            drop(rig, "node-oseille", "zone-corrin");
            String question = rig.texts("forecast");
            assertTrue(question.contains("2 machines dans corrin"), question);
            assertTrue(question.contains("Qu’est-ce qui est vrai de ces 2 machines ?"), question);

            rig.hand.clickOn(rig.find("truth-WILL_CARRY"));

            rig.awaitText("2 changements préparés");
            String tray = rig.texts("tray");
            assertTrue(tray.contains("onion : dathomir → corrin"), tray);
            assertTrue(tray.contains("oseille : dathomir → corrin"), tray);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rented | C’est un serveur loué : on ne peut pas l’emporter ailleurs. |"
                        + " Louez une machine dans l’autre zone",
                "vm | elle est là où se trouve la machine qui l’héberge. |"
                        + " Déplacez la machine qui l’héberge",
                "region | C’est une région d’un hébergeur : elle ne bouge pas. |"
                        + " Créez une machine dans l’autre région"
            })
    void whatCannotMoveSaysWhyAndWhatCanBeDone(String reason, String why, String instead) {
        try (WindowRig rig =
                new WindowRig(
                        States.of(Deuxfleurs.own(), "fr", "light"), Forecasts.refusing(reason))) {
            hold(rig, "node-onion", "zone-corrin");
            rig.drop();
            rig.awaitText("ne peut pas changer de zone");
            rig.settle();
            rig.shoot("refused-" + reason);
            String card = rig.texts("forecast");
            assertTrue(card.contains("onion ne peut pas changer de zone."), card);
            assertTrue(card.contains(why), card);
            assertTrue(card.contains(instead), card);
            for (MoveNode.Truth truth : MoveNode.Truth.values()) {
                assertFalse(rig.shows("truth-" + truth), "it may not be staged: " + truth);
            }
        }
    }

    @Test
    void escapeLetsGoOfTheQuestion() {
        try (WindowRig rig = deuxfleurs()) {
            drop(rig, "node-onion", "zone-corrin");
            rig.hand.push(KeyCode.ESCAPE);
            rig.awaitGone("forecast");
            assertEquals(List.of(), rig.desk.state().staged());
        }
    }
}
