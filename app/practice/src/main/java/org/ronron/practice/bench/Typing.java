package org.ronron.practice.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What is typed into a search: words, letter by letter, and taken back again. */
final class Typing {
    private static final List<String> WORDS =
            List.of(
                    "amap vallon",
                    "ECOLE lilas",
                    "frama.example",
                    "chorale 7",
                    "oeillets theatre 12",
                    "personne");

    private Typing() {}

    /** Every keystroke, in order. */
    static List<KeyEvent> keys() {
        List<KeyEvent> keys = new ArrayList<>();
        for (String words : WORDS) {
            for (int i = 0; i < words.length(); i++) {
                keys.add(letter(words.substring(i, i + 1)));
            }
            for (int i = 0; i < words.length(); i++) {
                keys.add(back());
            }
        }
        return keys;
    }

    static void press(TextField field, KeyEvent key) {
        Event.fireEvent(field, key.copyFor(field, field));
    }

    private static KeyEvent letter(String one) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, one, one, KeyCode.UNDEFINED, false, false, false, false);
    }

    private static KeyEvent back() {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.BACK_SPACE, false, false, false, false);
    }
}
