package org.ronron.ui.pages.connections;

import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.ronron.api.Setting;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** One field of the form: its name, its control, what it is for, what is wrong with it. */
final class FieldView extends VBox {
    private final Texts texts;
    private final String type;
    private final Setting setting;
    private final Optional<Instant> kept;
    private final Control control;
    private final KeptSecret keptSecret;
    private final FileNote fileNote;
    private final Label problem = Bits.text("", "state-bad", "note");

    /**
     * @param value as it is now; empty for a new connection, whose presets are shown
     * @param kept since when the vault holds this secret, if it does
     */
    FieldView(Ui ui, String type, Setting setting, Optional<String> value, Optional<Instant> kept) {
        super(4);
        this.texts = ui.texts();
        this.type = type;
        this.setting = setting;
        this.kept = kept;
        this.control = control(value);
        this.fileNote = new FileNote(ui);
        control.setId("field-" + setting.key());
        getStyleClass().add("field");
        String label = text("label").orElse(setting.key());
        String optional = needed() ? "" : " " + texts.get("form.optional");
        Label name = Bits.line(label + optional, "field-name");
        name.setLabelFor(control);
        control.setAccessibleText(label);
        Label help = Bits.text(text("help").orElse(""), "note");
        Bits.shown(help, !help.getText().isEmpty());
        Bits.shown(problem, false);
        String since =
                kept.map(at -> texts.figures().published("" + LocalDate.ofInstant(at, ui.zone())))
                        .orElse("");
        keptSecret = new KeptSecret(texts, since, !needed(), control);
        Bits.shown(keptSecret, kept.isPresent());
        getChildren().addAll(name, withBrowse(), help, keptSecret, fileNote, problem);
        control.focusedProperty().addListener((of, before, now) -> left(now));
    }

    private boolean needed() {
        return setting.required() && setting.preset().isEmpty();
    }

    private void left(boolean focused) {
        if (!focused && !value().isEmpty()) {
            check();
        }
        if (!focused) {
            lookAtFile();
        }
    }

    private void lookAtFile() {
        if (setting.kind() == Setting.Kind.FILE) {
            fileNote.look(value());
        }
    }

    Setting setting() {
        return setting;
    }

    private Optional<String> text(String part) {
        return texts.find(type, "setting." + setting.key() + "." + part);
    }

    private Control control(Optional<String> value) {
        String shown = value.or(setting::preset).orElse("");
        return switch (setting.kind()) {
            case SECRET -> new PasswordField();
            case CHOICE -> {
                ComboBox<String> box = new ComboBox<>();
                box.setConverter(new ChoiceWords(texts, type));
                box.getItems().setAll(setting.choices());
                box.setValue(shown);
                yield box;
            }
            case TEXT, URL, HOST, PORT, USER, FILE -> {
                TextField field = new TextField(shown);
                if (setting.kind() == Setting.Kind.URL) {
                    field.setPromptText("https://");
                }
                yield field;
            }
        };
    }

    private HBox withBrowse() {
        HBox line = new HBox(8, control);
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMaxWidth(Double.MAX_VALUE);
        if (setting.kind() == Setting.Kind.FILE && control instanceof TextField field) {
            line.getChildren().add(Bits.button(texts.get("form.browse"), () -> browse(field)));
        }
        return line;
    }

    private void browse(TextField field) {
        File chosen = new FileChooser().showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            field.setText(chosen.getPath());
            lookAtFile();
        }
    }

    /** What stands in the field; never called for a secret but to see whether it is empty. */
    String value() {
        return switch (control) {
            case PasswordField secret -> secret.getLength() == 0 ? "" : "•";
            case TextField field -> field.getText().strip();
            case ComboBox<?> box -> box.getValue() instanceof String s ? s : "";
            default -> "";
        };
    }

    boolean filled() {
        return !value().isEmpty();
    }

    /** Whether the vault holds it and goes on holding it. */
    boolean staysKept() {
        return kept.isPresent() && value().isEmpty() && !keptSecret.forgotten();
    }

    /** Whether it was kept and a person wishes it gone. */
    boolean forgotten() {
        return kept.isPresent() && value().isEmpty() && keptSecret.forgotten();
    }

    /** A copy of the secret, to be wiped by who asked for it. */
    char[] secret() {
        if (!(control instanceof PasswordField field)) {
            return new char[0];
        }
        CharSequence typed = field.getCharacters();
        char[] copy = new char[typed.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = typed.charAt(i);
        }
        return copy;
    }

    /** Shows what is wrong, if anything is. */
    boolean check() {
        Optional<String> wrong =
                staysKept() ? Optional.empty() : FieldRules.problem(setting, value());
        problem.setText(wrong.map(texts::get).orElse(""));
        Bits.shown(problem, wrong.isPresent());
        control.getStyleClass().remove("wrong");
        if (wrong.isPresent()) {
            control.getStyleClass().add("wrong");
        }
        control.setAccessibleHelp(problem.getText());
        return wrong.isEmpty();
    }

    void focus() {
        control.requestFocus();
    }

    /** Empties a secret's field. */
    void forget() {
        if (control instanceof PasswordField field) {
            field.clear();
        }
    }
}
