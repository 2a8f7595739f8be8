package org.ronron.ui.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Notes;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Writes the notes of a zone or a machine: our own words, no system is told. */
final class NotesForm extends VBox {
    private final Map<String, TextField> fields = new LinkedHashMap<>();

    /** The button that opens it. */
    static Button button(Ui ui, String subject, String name, Notes notes) {
        return Bits.button(
                ui.texts().get("topology.editNotes"),
                () -> ui.navigator().overlay(new NotesForm(ui, subject, name, notes)),
                "small");
    }

    /**
     * @param subject {@code zone:<name>} or {@code node:<id>}
     */
    NotesForm(Ui ui, String subject, String name, Notes notes) {
        super(12);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        KeyValues rows = new KeyValues(110);
        NotesView.parts(notes)
                .forEach(
                        (key, value) -> {
                            TextField field = new TextField(value);
                            field.setId("note-" + key);
                            field.setAccessibleText(texts.get("topology.note." + key));
                            fields.put(key, field);
                            rows.add(texts.get("topology.note." + key), field);
                        });
        getChildren()
                .addAll(
                        Bits.text(texts.get("topology.notes.of", "name", name), "card-title"),
                        Bits.text(texts.get("topology.notes.why"), "secondary"),
                        rows,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        texts.get("topology.giveUp"), ui.navigator()::closeOverlay),
                                Bits.button(
                                        texts.get("topology.keep"),
                                        () -> keep(ui, subject),
                                        "accent")));
    }

    private void keep(Ui ui, String subject) {
        Notes notes =
                new Notes(
                        of("home"),
                        of("phone"),
                        of("hours"),
                        of("key"),
                        of("router"),
                        of("restart"),
                        of("role"));
        ui.navigator().closeOverlay();
        Asking.run(
                ui,
                ui.desk().setNotes(subject, notes),
                () -> ui.navigator().say(ui.texts().get("topology.kept")));
    }

    private String of(String key) {
        TextField field = fields.get(key);
        return field == null ? "" : field.getText().strip();
    }
}
