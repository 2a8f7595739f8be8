package org.ronron.ui.pages.requests;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.ronron.api.Fault;
import org.ronron.api.Requests;
import org.ronron.core.desk.HandRequest;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/**
 * A request that came by mail or by telephone, typed in, or pasted whole: what can be recognised of
 * it fills the fields, and what a person typed is never overwritten.
 */
final class WriteCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Map<Pasted.Field, TextInputControl> fields = new EnumMap<>(Pasted.Field.class);
    private final Map<Pasted.Field, String> filled = new EnumMap<>(Pasted.Field.class);
    private final ComboBox<String> office;
    private final Label recognised = Bits.text("", "note");
    private final Label problem = Bits.text("", "state-bad");

    WriteCard(Ui ui) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        getStyleClass().addAll("card", "dialog", "wide-dialog");
        setId("write-card");
        TextArea paste = new TextArea();
        paste.setId("write-paste");
        paste.setPromptText(texts.get("requests.write.paste"));
        paste.setAccessibleText(texts.get("requests.write.paste"));
        paste.getStyleClass().add("write-paste");
        paste.setWrapText(true);
        paste.textProperty().addListener((of, before, now) -> pasted(now));
        office = office();
        Button keep = Bits.button(texts.get("requests.write.keep"), this::keep, "accent");
        keep.setId("write-keep");
        KeyValues rows = rows();
        keep.disableProperty()
                .bind(
                        field(Pasted.Field.ORGANISATION)
                                .textProperty()
                                .map(String::isBlank)
                                .orElse(true));
        problem.setId("write-problem");
        Bits.shown(problem, false);
        getChildren()
                .addAll(
                        Bits.line(texts.get("requests.write.title"), "section-title"),
                        paste,
                        recognised,
                        rows,
                        Bits.text(texts.get("requests.write.kept"), "note"),
                        problem,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                keep));
        recognised.setText(texts.get("requests.write.paste.help"));
    }

    private KeyValues rows() {
        KeyValues rows = new KeyValues(130);
        for (Pasted.Field field :
                List.of(
                        Pasted.Field.ORGANISATION,
                        Pasted.Field.PURPOSE,
                        Pasted.Field.WISHED,
                        Pasted.Field.PERSON,
                        Pasted.Field.EMAIL)) {
            boolean longer = field == Pasted.Field.PURPOSE;
            TextInputControl input = longer ? new TextArea() : new TextField();
            if (input instanceof TextArea area) {
                area.setWrapText(true);
                area.getStyleClass().add("write-purpose");
            }
            String name = field.name().toLowerCase(java.util.Locale.ROOT);
            input.setId("write-" + name);
            String label = texts.get("requests.write." + name);
            input.setAccessibleText(label);
            fields.put(field, input);
            rows.add(label, input);
        }
        rows.add(texts.get("requests.office"), office);
        field(Pasted.Field.ORGANISATION)
                .textProperty()
                .addListener((of, before, now) -> suggest(now));
        return rows;
    }

    private TextInputControl field(Pasted.Field field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    /** The suites that blueprints know, and none said. */
    private ComboBox<String> office() {
        List<String> choices =
                new java.util.ArrayList<>(
                        ui.desk().spaces().blueprints().stream()
                                .flatMap(b -> b.options().stream())
                                .filter(o -> o.key().equals("office"))
                                .map(Blueprint.Option::choices)
                                .flatMap(List::stream)
                                .distinct()
                                .toList());
        choices.addFirst("");
        ComboBox<String> box =
                Combos.of(
                        "write-office",
                        choices,
                        v ->
                                v.isEmpty()
                                        ? texts.get("requests.office.none")
                                        : OptionWords.choice(texts, "office", v));
        box.setValue("");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(texts.get("requests.office"));
        return box;
    }

    private void pasted(String text) {
        Pasted pasted = Pasted.of(text);
        pasted.found().forEach(this::fill);
        String suite = pasted.get(Pasted.Field.OFFICE).toLowerCase(java.util.Locale.ROOT);
        office.getItems().stream()
                .filter(c -> !c.isEmpty() && suite.contains(c))
                .findFirst()
                .ifPresent(office::setValue);
        long known = pasted.found().size();
        recognised.setText(
                text.isBlank()
                        ? texts.get("requests.write.paste.help")
                        : texts.count("requests.write.recognised", known));
    }

    /** Into a field that is empty, or holds what was filled in before. */
    private void fill(Pasted.Field field, String value) {
        TextInputControl input = fields.get(field);
        if (input != null
                && (input.getText().isBlank() || input.getText().equals(filled.get(field)))) {
            filled.put(field, value);
            input.setText(value);
        }
    }

    private void suggest(String organisation) {
        NameCheck.suggested(organisation).ifPresent(n -> fill(Pasted.Field.WISHED, n));
    }

    private String typed(Pasted.Field field) {
        return field(field).getText().strip();
    }

    private void keep() {
        HandRequest request =
                new HandRequest(
                        Clean.line(typed(Pasted.Field.ORGANISATION), 200),
                        Clean.words(typed(Pasted.Field.PURPOSE), 10_000),
                        Clean.line(typed(Pasted.Field.WISHED), 60),
                        office.getValue(),
                        new Requests.Contact(
                                Clean.line(typed(Pasted.Field.PERSON), 200),
                                Clean.line(typed(Pasted.Field.EMAIL), 320)));
        setDisable(true);
        Asking.ask(ui, ui.desk().spaces().write(request), this::kept, this::refused);
    }

    private void kept(RequestRef ref) {
        ui.navigator().closeOverlay();
        ui.navigator().request(ref);
        ui.navigator().say(texts.get("requests.write.done"));
    }

    private void refused(Fault fault) {
        setDisable(false);
        problem.setText(texts.what(fault) + " " + texts.remedy(fault));
        Bits.shown(problem, true);
    }
}
