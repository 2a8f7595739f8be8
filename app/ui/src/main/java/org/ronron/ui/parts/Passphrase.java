package org.ronron.ui.parts;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.ronron.resources.Texts;

/** A field for the vault's passphrase; for a new one a second field, which has to say the same. */
public final class Passphrase extends VBox {
    private final Texts texts;
    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final Label problem = Bits.text("", "state-bad", "note");
    private final boolean twice;

    /**
     * @param id of the first field; of the second with {@code -again} behind
     * @param twice whether it is a new one
     * @param go what Enter does
     */
    public Passphrase(Texts texts, String id, boolean twice, Runnable go) {
        super(8);
        this.texts = texts;
        this.twice = twice;
        field(first, id, "vault.passphrase", go);
        field(second, id + "-again", "vault.again", go);
        Bits.shown(second, twice);
        Bits.shown(problem, false);
        getChildren().addAll(first, second, problem);
    }

    private void field(PasswordField field, String id, String text, Runnable go) {
        field.setId(id);
        field.setPromptText(texts.get(text));
        field.setAccessibleText(texts.get(text));
        field.setOnAction(e -> go.run());
    }

    /** What was typed, for the caller to wipe; empty when it is none, which is then said. */
    public Optional<char[]> typed() {
        if (first.getLength() == 0) {
            say(texts.get("vault.empty"));
            return Optional.empty();
        }
        if (twice && CharSequence.compare(first.getCharacters(), second.getCharacters()) != 0) {
            say(texts.get("vault.differ"));
            return Optional.empty();
        }
        CharSequence typed = first.getCharacters();
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        return Optional.of(copy);
    }

    /** Says what is wrong with it, and lets it be typed again. */
    public void say(String what) {
        problem.setText(what);
        Bits.shown(problem, true);
        first.requestFocus();
    }

    public void focus() {
        first.requestFocus();
    }

    public void forget() {
        first.clear();
        second.clear();
    }
}
