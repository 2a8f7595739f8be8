package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.port.OwnError;
import org.ronron.ui.pages.operations.OperationsPage;

class OperationsPageTest {
    private static Rig<OperationsPage> opened(OperationView operation) {
        return opened(Locale.FRENCH, operation);
    }

    private static Rig<OperationsPage> opened(Locale language, OperationView operation) {
        Rig<OperationsPage> rig = Rig.of(language, Examples.with(operation), OperationsPage::new);
        FxWindow.run(() -> rig.page.open(Examples.OPERATION));
        return rig;
    }

    @Test
    void listsOperationsInWords() {
        Rig<OperationsPage> rig =
                Rig.french(Examples.with(ExampleOperations.copying()), OperationsPage::new);
        String read = rig.read();
        assertTrue(read.contains("Porter onion de dathomir à corrin"), read);
        assertTrue(read.contains("attend, étape 5 sur 5"), read);
        assertTrue(read.contains("ne pas débrancher"), read);
        assertEquals(1, rig.page.badge(rig.desk.state()));
        assertEquals(0, rig.page.badge(Examples.with(ExampleOperations.finished())));
    }

    @Test
    void aStoppedOperationSaysWhyAndOffersItsWays() {
        Rig<OperationsPage> rig = opened(ExampleOperations.stopped(StepState.REFUSED));
        String read = rig.read();
        assertTrue(read.contains("arrêtée à l’étape 3 sur 5"), read);
        assertTrue(read.contains("Invalid new layout version"), read);
        assertTrue(read.contains(rig.texts.get("effect.none")), read);
        assertTrue(read.contains("Remède"), read);
        assertTrue(read.contains("R-ANS-05"), read);
        assertTrue(read.contains("La sonde a trouvé\u00a0: layout version 31"), read);
        FxWindow.press(rig.view, "Réessayer l’étape 3");
        FxWindow.press(rig.view, "Défaire les 2 étapes faites (relire d’abord)");
        FxWindow.press(rig.view, "Passer la main, avec un mot");
        assertEquals(
                List.of("tryAgain " + Examples.OPERATION, "undo " + Examples.OPERATION),
                rig.desk.calls);
        assertEquals(List.of("review 7K2F", "overlay"), rig.navigator.ways);
        assertFalse(read.contains(rig.texts.get("operations.ours")), read);
        assertFalse(read.contains("["), read);
    }

    @Test
    void whatAppearedSinceIsOursOnlyOnAPersonsWord() {
        Rig<OperationsPage> rig = opened(ExampleOperations.stopped(StepState.APPEARED));
        rig.press("operations.ours");
        assertEquals(List.of("confirm " + Examples.OPERATION + " 2"), rig.desk.calls);
    }

    @Test
    void whatStoppedForWantOfWritingOffersToAllowIt() {
        Rig<OperationsPage> rig = opened(ExampleOperations.halted());
        assertTrue(rig.read().contains("arrêtée à l’étape 2 sur 5"), rig.read());
        rig.press("operations.allow");
        assertEquals(
                List.of(
                        "allowWriting " + Examples.GARAGE + " PT1H",
                        "tryAgain " + Examples.OPERATION),
                rig.desk.calls);
    }

    @Test
    void whatWaitsForTheVaultSaysSoAndOpensIt() {
        Rig<OperationsPage> rig = opened(ExampleOperations.copying());
        assertFalse(rig.read().contains(rig.texts.get("operations.vault")), rig.read());
        FxWindow.run(() -> rig.page.show(Examples.locked(ExampleOperations.copying())));
        assertTrue(rig.read().contains(rig.texts.get("operations.vault.text")), rig.read());
        rig.press("top.unlock");
        assertEquals(List.of("show R-VLT-03"), rig.navigator.ways);
    }

    @Test
    void handingOverNeedsAWord() {
        Rig<OperationsPage> rig = opened(ExampleOperations.stopped(StepState.REFUSED));
        rig.press("operations.handOver");
        var overlay = Objects.requireNonNull(rig.navigator.overlay);
        FxWindow.show(overlay);
        String send = rig.texts.get("operations.handOver.send");
        boolean disabled =
                FxWindow.on(
                        () ->
                                FxWindow.all(overlay).stream()
                                        .filter(ButtonBase.class::isInstance)
                                        .map(ButtonBase.class::cast)
                                        .filter(b -> send.equals(b.getText()))
                                        .allMatch(ButtonBase::isDisabled));
        assertTrue(disabled);
        FxWindow.type(overlay, "hand-over-word", "La clé est chez Max. ");
        FxWindow.press(overlay, send);
        assertEquals(
                List.of("handOver " + Examples.OPERATION + " La clé est chez Max."),
                rig.desk.calls);
    }

    @Test
    void handsAreToldWhatToDoAndSayWhenItIsDone() {
        Rig<OperationsPage> rig = opened(ExampleOperations.waitingForHands());
        String read = rig.read();
        assertTrue(read.contains("Éteindre, porter, rebrancher onion"), read);
        assertTrue(read.contains("La clé est chez Maximilien."), read);
        rig.press("operations.hands.done");
        assertEquals(List.of("confirm " + Examples.OPERATION + " 0"), rig.desk.calls);
    }

    @Test
    void aWaitSaysHowFarItIsAndThatNothingMayBeUnplugged() {
        Rig<OperationsPage> rig = opened(Locale.ENGLISH, ExampleOperations.copying());
        String read = rig.read();
        assertTrue(read.contains("layout versions 30, 31 · 12 of 26"), read);
        assertTrue(read.contains("do not unplug"), read);
        rig.press("operations.cancel");
        assertEquals(List.of("cancel " + Examples.OPERATION), rig.desk.calls);
        assertFalse(read.contains("["), read);
    }

    @Test
    void goesOnWhileItIsWatched() {
        Rig<OperationsPage> rig = opened(ExampleOperations.copying());
        assertTrue(rig.read().contains("12 sur 26"));
        rig.state(Examples.with(ExampleOperations.finished()));
        String read = rig.read();
        assertTrue(read.contains("finie et contrôlée"), read);
        assertFalse(read.contains("ne pas débrancher"), read);
        rig.press("operations.back");
        assertTrue(rig.read().contains("Porter onion"));
    }

    @Test
    void whatTheServerItselfAnsweredStandsUnderItsStep() {
        Rig<OperationsPage> rig = opened(ExampleOperations.finished());
        String usable = rig.texts.figures().bytes(4_288_067_185_869L);
        String copies = rig.texts.figures().whole(1281);
        String said = "Le serveur : " + copies + " copies, " + usable;
        assertTrue(rig.read().contains(said), rig.read());
    }

    @Test
    void withoutOperationsSaysWhatWillBeHere() {
        Rig<OperationsPage> rig = Rig.french(Examples.state(), OperationsPage::new);
        assertTrue(rig.read().contains(rig.texts.get("operations.none.why")));
    }

    @Test
    void aRemedyThatTheSystemOffersComesFirstAndIsReadBefore() {
        Rig<OperationsPage> rig = Rig.french(Examples.state(), OperationsPage::new);
        rig.desk.remedy = Optional.of(Examples.plan());
        rig.state(Examples.with(ExampleOperations.stopped(StepState.REFUSED)));
        FxWindow.run(() -> rig.page.open(Examples.OPERATION));
        FxWindow.settle();
        String read = rig.read();
        assertTrue(read.contains("Appliquer le layout, version 31"), read);
        assertTrue(read.indexOf("Relire le remède") < read.indexOf("Réessayer l’étape 3"), read);
        rig.press("operations.readRemedy");
        assertEquals(List.of("review 7K2F"), rig.navigator.ways);
    }

    @Test
    void withoutARemedyNoneIsOffered() {
        Rig<OperationsPage> rig = opened(ExampleOperations.stopped(StepState.REFUSED));
        FxWindow.settle();
        assertFalse(rig.read().contains("Relire le remède"), rig.read());
    }

    @Test
    void aSpaceThatWasGivenIsNotUndoneAndThatIsSaid() {
        Rig<OperationsPage> rig = opened(ExampleOperations.finished());
        rig.desk.refuse("undo", Fault.of(OwnError.GIVEN, "", "name", "amap-vallon"));
        rig.press("operations.undo.many", "n", "5");
        assertEquals(List.of("show R-SPC-05"), rig.navigator.ways);
        String what = rig.texts.what(Fault.of(OwnError.GIVEN, "", "name", "amap-vallon"));
        assertTrue(what.contains("amap-vallon"), what);
    }
}
