package org.ronron.practice.tour;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.ronron.core.desk.Desk;
import org.ronron.resources.Texts;

/**
 * What an act plays on: the window with its texts, a hand and an eye, a folder for the pictures,
 * and somebody who hears what came to pass. Used by the tour's own thread only.
 */
public final class Stage {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Texts texts;
    private final Eye eye;
    private final Hand hand;
    private final Path pictures;
    private final Consumer<String> told;

    Stage(Desk desk, Texts texts, Eye eye, Hand hand, Path pictures, Consumer<String> told) {
        this.desk = desk;
        this.texts = texts;
        this.eye = eye;
        this.hand = hand;
        this.pictures = pictures;
        this.told = told;
    }

    Desk desk() {
        return desk;
    }

    Texts texts() {
        return texts;
    }

    Eye eye() {
        return eye;
    }

    Hand hand() {
        return hand;
    }

    /** Clicks what says these words, once it stands there and can be used. */
    void clickWords(String words) throws TourException {
        hand.click(until(words));
    }

    /** Waits for a control that says these words. */
    Node until(String words) throws TourException {
        return eye.until(
                "«" + words + "»",
                PATIENCE,
                () ->
                        eye.visible(".button, .toggle-button, .menu-button, .hyperlink").stream()
                                .filter(n -> n instanceof Labeled l && words.equals(l.getText()))
                                .filter(n -> !n.isDisabled())
                                .findFirst());
    }

    /**
     * Says that a step came to pass, and keeps a picture of it.
     *
     * @param values for the step's text, name and value by turns
     */
    void done(int number, String name, String... values) throws TourException {
        eye.picture(pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", number, name)));
        told.accept("ok " + texts.get("tour.step." + name, values));
    }

    /** Says something to whoever plays the tour that no picture belongs to. */
    void tell(String line) {
        told.accept(line);
    }
}
