package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.ronron.core.plan.MoveNode.Truth;
import org.ronron.resources.Texts;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.Forecasts;
import org.ronron.ui.window.Fx;

/** The card beside a zone: what it says first, and what it says of losses. */
class ForecastCardTest {
    private final List<Truth> answers = new ArrayList<>();

    private ForecastCard card(Locale language) {
        return Fx.on(
                () -> {
                    var onion = Deuxfleurs.own().node("n:onion").orElseThrow();
                    Texts texts = Texts.of(language, List.of());
                    ForecastCard card = new ForecastCard(texts, List.of(onion), "corrin");
                    card.ask((forecast, truth) -> answers.add(truth));
                    return card;
                });
    }

    @Test
    void capacityAndRedundancyAreSaidBeforeTheCopies() {
        ForecastCard card = card(Locale.FRENCH);
        Fx.run(() -> card.outlook(Forecasts.outlook()));
        String first = read(card);
        assertTrue(first.contains("3,9 Tio, inchangée"), first);
        assertTrue(first.contains("en cours de calcul…"), first);
        assertTrue(first.contains("une panne de plus suffirait à bloquer"), first);
        Node asked = card.lookup("#truth-WILL_CARRY");

        Fx.run(() -> card.show(Forecasts.fine(List.of())));
        String whole = read(card);
        assertTrue(whole.contains("26 copies"), whole);
        assertFalse(whole.contains("en cours de calcul…"), whole);
        assertSame(asked, card.lookup("#truth-WILL_CARRY"), "it may be pressed just now");

        Fx.run(() -> card.outlook(Forecasts.outlook()));
        assertEquals(whole, read(card), "what comes late says nothing more");
    }

    @Test
    void whatIsAboutRightIsSaidToBe() {
        ForecastCard card = card(Locale.ENGLISH);
        Fx.run(() -> card.show(Forecasts.losing()));
        assertTrue(read(card).contains("≈ 26 copies"), read(card));
    }

    @Test
    void aLossIsSaidBeforeItIsStagedAndItCanBeStagedAllTheSame() {
        ForecastCard card = card(Locale.FRENCH);
        Fx.run(() -> card.show(Forecasts.losing()));
        String read = read(card);
        int said = read.indexOf("une partie de ce que garde main ne pourra plus être écrite");
        assertTrue(said >= 0 && said < read.indexOf("Qu’est-ce qui est vrai"), read);
        assertTrue(read.contains("Aujourd’hui\nune panne de plus suffirait à bloquer"), read);
        assertTrue(read.contains("Pendant le trajet\nune partie ne peut plus être écrite"), read);
        assertTrue(read.contains("Ensuite\nsupporte la perte d’une zone"), read);
        Fx.run(() -> ((Button) card.lookup("#truth-WILL_CARRY")).fire());
        assertEquals(List.of(Truth.WILL_CARRY), answers);
    }

    @Test
    void aClusterThatMovesNothingSaysWhatItMisses() {
        ForecastCard card = card(Locale.FRENCH);
        Fx.run(() -> card.show(Forecasts.absent()));
        String read = read(card);
        assertTrue(read.contains("une partie de ce que garde minio-a ne pourra plus"), read);
        assertTrue(read.contains("Cluster\nminio-a\nÀ savoir\n[forecast.awayBlocked]"), read);
        assertFalse(read.contains("Capacité utile"), read);
        assertFalse(read.contains("À placer ailleurs"), read);
    }

    @Test
    void itIsWholeInEnglish() {
        ForecastCard card = card(Locale.ENGLISH);
        Fx.run(() -> card.show(Forecasts.losing()));
        String read = read(card);
        assertTrue(read.contains("part of what main holds could not be written any more"), read);
        assertTrue(read.contains("On the way\npart of it cannot be written"), read);
        assertTrue(read.contains("While copying"), read);
    }

    private static String read(ForecastCard card) {
        String read = Fx.on(() -> String.join("\n", words(card, new ArrayList<>())));
        return read.replaceAll("[\u00a0\u202f]", " ");
    }

    private static List<String> words(Node node, List<String> words) {
        switch (node) {
            case Labeled labeled -> words.add(labeled.getText());
            case Text text -> words.add(text.getText());
            case Parent parent ->
                    parent.getChildrenUnmodifiable().forEach(child -> words(child, words));
            default -> {}
        }
        words.removeIf(String::isBlank);
        return words;
    }
}
