package org.ronron.ui.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Notes;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;

/** What colleagues need when everything is down. */
final class NotesView {
    private NotesView() {}

    /** The notes by the last part of their text keys, in the order they are read. */
    static Map<String, String> parts(Notes notes) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("role", notes.role());
        parts.put("home", notes.home());
        parts.put("phone", notes.phone());
        parts.put("hours", notes.hours());
        parts.put("key", notes.key());
        parts.put("router", notes.router());
        parts.put("restart", notes.restart());
        return parts;
    }

    /** Empty when there is nothing noted. */
    static Optional<VBox> of(Texts texts, Notes notes, String title) {
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        KeyValues rows = new KeyValues(96);
        parts(notes)
                .forEach(
                        (key, value) -> {
                            if (!value.isEmpty()) {
                                rows.add(texts.get("topology.note." + key), value);
                            }
                        });
        return Optional.of(Bits.column(6, Bits.line(texts.get(title), "section-title"), rows));
    }
}
