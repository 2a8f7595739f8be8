package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;
import org.ronron.ui.pages.review.ReviewPage;

class ReviewPageTest {
    private static final String APPLY = "Appliquer ces 5 étapes";
    private static final String FORBIDDEN = "Appliquer\u00a0: un droit manque sur garage-maison";
    private static final Fault STALE =
            Fault.of(OwnError.PLAN_STALE, "garage-maison", "moved", "layout 31 → 32");
    private static final Fault WRITING_OFF = Fault.of(OwnError.WRITING_OFF, "garage-maison");

    private static Rig<ReviewPage> rig(Locale language) {
        Rig<ReviewPage> rig = Rig.of(language, Examples.state(), ReviewPage::new);
        FxWindow.run(() -> rig.page.open(Examples.plan()));
        return rig;
    }

    @Test
    void saysInWordsWhatIsGoingToHappen() {
        String read = rig(Locale.FRENCH).read();
        assertTrue(read.contains("Relire\u00a0: porter onion de dathomir à corrin"), read);
        assertTrue(read.contains("Plan 7K2F · calculé il y a 20"), read);
        assertTrue(read.contains("Préparer le layout : onion en zone corrin"), read);
        assertTrue(read.contains("recommence sans risque"), read);
        assertTrue(read.contains("vous demande"), read);
        assertTrue(read.contains("vérifie"), read);
        assertTrue(read.contains("À vous"), read);
        assertTrue(read.contains("personne"), read);
        assertTrue(read.contains("≈\u00a026 partitions"), read);
        assertTrue(read.contains("une panne de plus suffirait"), read);
        assertTrue(read.contains("la zone dathomir devient la plus petite"), read);
        assertTrue(read.contains("Rien n’a encore été touché."), read);
        assertFalse(read.contains("["), read);
    }

    @Test
    void isWholeInEnglish() {
        String read = rig(Locale.ENGLISH).read();
        assertTrue(read.contains("Review: carry onion from dathomir to corrin"), read);
        assertTrue(read.contains("Apply these 5 steps"), read);
        assertTrue(read.contains("Nothing has been touched yet."), read);
        assertFalse(read.contains("["), read);
    }

    @Test
    void aStepUnfoldsToItsExactCallByKeyboard() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        assertFalse(rig.read().contains("POST /v2/ApplyClusterLayout"));
        FxWindow.run(
                () -> {
                    Node row =
                            FxWindow.all(rig.view).stream()
                                    .filter(n -> n.getStyleClass().contains("step-row"))
                                    .skip(2)
                                    .findFirst()
                                    .orElseThrow();
                    row.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ENTER,
                                    false,
                                    false,
                                    false,
                                    false));
                });
        assertTrue(rig.read().contains("POST /v2/ApplyClusterLayout {\"version\":31}"));
        rig.press("copy");
        assertEquals(
                "POST /v2/ApplyClusterLayout {\"version\":31}",
                FxWindow.on(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void appliesAndGoesToTheOperation() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        FxWindow.press(rig.view, APPLY);
        assertEquals(List.of("apply 7K2F"), rig.desk.calls);
        assertEquals(List.of("operation " + Examples.OPERATION), rig.navigator.ways);
    }

    @Test
    void aMissingRightIsSaidOnTheButtonBeforeAnybodyTries() {
        Rig<ReviewPage> rig =
                Rig.of(Locale.FRENCH, Examples.forbidding("step.apply"), ReviewPage::new);
        FxWindow.run(() -> rig.page.open(Examples.plan()));
        String read = rig.read();
        assertTrue(read.contains(FORBIDDEN), read);
        assertTrue(read.contains("ce droit vous manque\u00a0: Appliquer le layout"), read);
        assertFalse(read.contains(APPLY), read);
        assertTrue(
                FxWindow.on(
                        () ->
                                FxWindow.all(rig.view).stream()
                                        .filter(
                                                n ->
                                                        n instanceof Button b
                                                                && b.getText().equals(FORBIDDEN))
                                        .allMatch(Node::isDisabled)),
                "it does nothing");
        FxWindow.press(rig.view, "Voir la connexion");
        assertEquals(List.of("go connections"), rig.navigator.ways);
        FxWindow.run(() -> rig.page.show(Examples.state()));
        assertTrue(rig.read().contains(APPLY), "the right was given meanwhile");
        FxWindow.press(rig.view, APPLY);
        assertEquals(List.of("apply 7K2F"), rig.desk.calls);
    }

    @Test
    void aRightThatThePlanDoesNotNeedIsNotMissed() {
        Rig<ReviewPage> rig = Rig.of(Locale.FRENCH, Examples.forbidding("other"), ReviewPage::new);
        FxWindow.run(() -> rig.page.open(Examples.plan()));
        assertTrue(rig.read().contains(APPLY), rig.read());
    }

    @Test
    void servicesThatMoveAreNamedAndStorageIsSaidOfStorageOnly() {
        Rig<ReviewPage> rig = Rig.of(Locale.FRENCH, Examples.state(), ReviewPage::new);
        FxWindow.run(() -> rig.page.open(Examples.emptying()));
        String read = rig.read();
        assertTrue(
                read.contains("jitsi, mail, matrix, plume …, le temps de redémarrer ailleurs"),
                read);
        assertTrue(read.contains("3 services"), read);
        FxWindow.run(() -> rig.page.open(Examples.plan()));
        assertEquals(times("Capacité utile", rig.read()), times("Capacité utile", read));
    }

    private static int times(String words, String text) {
        return text.split(words, -1).length - 1;
    }

    @Test
    void aStalePlanSaysWhatMovedAndIsComputedAgain() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        rig.desk.refuse("apply", STALE);
        rig.desk.plan = Examples.plan("01JPLAN0000000000000009QW1", "print-1", Optional.empty());
        FxWindow.press(rig.view, APPLY);
        String read = rig.read();
        assertTrue(read.contains("layout 31 → 32"), read);
        assertTrue(read.contains("R-PLAN-01"), read);
        assertEquals(List.of(), rig.navigator.ways);
        rig.press("review.again");
        assertEquals(List.of("apply 7K2F", "review"), rig.desk.calls);
        String again = rig.read();
        assertTrue(again.contains("Plan 9QW1"), again);
        assertFalse(again.contains("R-PLAN-01"), again);
    }

    @Test
    void offersToSwitchWritingOnForWhatThePlanChanges() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        rig.desk.refuse("apply", WRITING_OFF);
        FxWindow.press(rig.view, APPLY);
        assertTrue(rig.read().contains("R-OPS-01"));
        rig.press("review.allow");
        assertEquals(
                List.of("apply 7K2F", "allowWriting " + Examples.GARAGE + " PT1H", "apply 7K2F"),
                rig.desk.calls);
        assertEquals(List.of("operation " + Examples.OPERATION), rig.navigator.ways);
    }

    @Test
    void anyOtherRefusalIsShownOverThePage() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        rig.desk.refuse("apply", Fault.of(OwnError.DISK_FULL, "", "folder", "/home"));
        FxWindow.press(rig.view, APPLY);
        assertEquals(List.of("show R-STO-01"), rig.navigator.ways);
    }

    @Test
    void saysBeforeAnybodyTriesThatTheWorldHasMoved() {
        Rig<ReviewPage> rig = Rig.french(Examples.state(), ReviewPage::new);
        Plan old = Examples.plan("01JPLAN0000000000000000OLD", "print-0", Optional.empty());
        FxWindow.run(() -> rig.page.open(old));
        String read = rig.read();
        assertTrue(read.contains(rig.texts.get("review.moved", "names", "garage-maison")), read);
    }

    @Test
    void aPlanThatUndoesIsComputedAgainAsAnUndo() {
        Rig<ReviewPage> rig = Rig.french(Examples.state(), ReviewPage::new);
        Plan undo =
                Examples.plan(
                        "01JPLAN0000000000000000UND", "print-1", Optional.of(Examples.OPERATION));
        FxWindow.run(() -> rig.page.open(undo));
        rig.desk.refuse("apply", STALE);
        FxWindow.press(rig.view, APPLY);
        rig.press("review.again");
        assertEquals(List.of("apply 0UND", "undo " + Examples.OPERATION), rig.desk.calls);
    }

    @Test
    void thePlanIsCopiedAsText() {
        Rig<ReviewPage> rig = rig(Locale.FRENCH);
        rig.press("review.copy");
        String copied = FxWindow.on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("3. Appliquer le layout, version 31"), copied);
        assertTrue(copied.contains("   POST /v2/ApplyClusterLayout {\"version\":31}"), copied);
        assertTrue(copied.contains("   +  datacenter = \"corrin\";"), copied);
        assertTrue(copied.contains("$token"), copied);
    }
}
