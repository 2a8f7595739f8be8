package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Collective;

/** What needs a person, on top of every page: mended, accepted for a time, taken up again. */
class FindingsTest {
    private static Collective some() {
        return ExampleFindings.found(ExampleBackups.collective(ExampleBackups.some()));
    }

    private static WindowRig opened(Collective of) {
        return new WindowRig(new ShowDesk(Farm.state(of), Forecasts::fine, SafeTool.all()));
    }

    @Test
    void theStripStandsOnEveryPageTheWorstFirst() {
        try (WindowRig rig = opened(some())) {
            for (String page : List.of("topology", "spaces", "backups", "history")) {
                SpacesPageTest.press(rig, "rail-" + page);
                String read = rig.texts();
                assertTrue(read.contains("3 à traiter"), read);
                int late = read.indexOf("en retard pour /b/log-1");
                assertTrue(late >= 0 && late < read.indexOf("« borg-mail-1 »"), read);
            }
        }
    }

    @Test
    void oneAloneHasItsButtonInTheStrip() {
        Collective one = some().withAccepted(List.of(ExampleFindings.silent()), List.of());
        try (WindowRig rig = opened(one)) {
            assertTrue(rig.texts().contains("Voir les connexions"), rig.texts());
        }
    }

    @Test
    void aRemedyThatRonronHasIsAPlanToReview() {
        Collective one = some().withAccepted(List.of(ExampleFindings.late()), List.of());
        try (WindowRig rig = opened(one)) {
            assertTrue(rig.texts().contains("Sauvegarder maintenant…"), rig.texts());
            SpacesPageTest.press(rig, "findings-see");
            Fx.run(() -> button(rig, "Sauvegarder maintenant…").fire());
            rig.awaitText("sauvegarder /b/log-1 maintenant");
            assertEquals(
                    List.of(new org.ronron.core.plan.BackUp("borg-log-1", "/b/log-1")),
                    rig.desk.safety.planned);
        }
    }

    private static javafx.scene.control.Button button(WindowRig rig, String text) {
        return rig.scene().getRoot().lookupAll(".finding-ways > .button").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsAcceptedWithAReasonAndADayToLookAgain() {
        try (WindowRig rig = opened(some())) {
            SpacesPageTest.press(rig, "findings-see");
            SpacesPageTest.press(rig, "finding-accept-0");
            assertTrue(Fx.on(rig.find("accept-go")::isDisabled), "no reason yet");
            assertTrue(rig.texts("accept-card").contains("23 décembre"), rig.texts());
            SpacesPageTest.type(rig, "accept-reason", "  réparation samedi ");
            day(rig, "23/11/2026");
            assertTrue(Fx.on(rig.find("accept-go")::isDisabled), "today");
            day(rig, "24/11/2027");
            assertTrue(Fx.on(rig.find("accept-go")::isDisabled), "after a year");
            day(rig, "bientôt");
            assertTrue(Fx.on(rig.find("accept-go")::isDisabled), "no day");
            day(rig, "01/03/2027");
            assertTrue(rig.texts("accept-card").contains("1er mars 2027"), rig.texts());
            SpacesPageTest.press(rig, "accept-go");
            rig.awaitText("Accepté : à revoir le 1er mars 2027.");
            assertEquals(
                    List.of("accept backup-late réparation samedi 2027-03-01"),
                    rig.desk.safety.asked);
            assertFalse(rig.shows("accept-card"));
        }
    }

    private static void day(WindowRig rig, String typed) {
        javafx.scene.control.DatePicker until =
                (javafx.scene.control.DatePicker) rig.find("accept-until");
        Fx.run(() -> until.getEditor().setText(typed));
        rig.settle();
    }

    @Test
    void whatWasAcceptedIsFoldedNeverGoneAndTakenUpAgain() {
        try (WindowRig rig = opened(some())) {
            SpacesPageTest.press(rig, "findings-see");
            String read = rig.texts();
            assertTrue(
                    read.contains(
                            "1 exception acceptée : minio-a, « impossible à sauvegarder à cette"
                                    + " taille », à revoir le 1er mars 2027"),
                    read);
            assertFalse(read.contains("accepté par Camille"), read);
            SpacesPageTest.press(rig, "findings-accepted-fold");
            assertTrue(rig.texts().contains("accepté par Camille"), rig.texts());
            SpacesPageTest.press(rig, "finding-reopen-0");
            rig.awaitText("C’est de nouveau à traiter.");
            assertEquals(List.of("reopen uncovered-buckets"), rig.desk.safety.asked);
        }
    }

    @Test
    void withNothingLeftThePaletteStillLeadsToTheExceptions() {
        Collective calm = some().withAccepted(List.of(), some().accepted());
        try (WindowRig rig = opened(calm)) {
            assertFalse(rig.shows("findings-see"));
            SpacesPageTest.press(rig, "search");
            SpacesPageTest.type(rig, "palette-text", "exceptions");
            rig.hand.push(KeyCode.ENTER);
            rig.awaitText("Rien ne demande quelqu’un en ce moment.");
            assertTrue(rig.texts().contains("accepté par Camille"), rig.texts());
        }
    }
}
