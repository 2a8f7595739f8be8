package org.ronron.ui.pages.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Setting;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.resources.Texts;

/** The form of one connector, made from its settings in their order. */
final class ConnectionForm extends VBox {
    private static final String NAME = "name";

    private final String type;
    private final List<FieldView> fields = new ArrayList<>();
    private final FieldView name;

    ConnectionForm(Texts texts, Connector connector) {
        super(12);
        this.type = connector.descriptor().id();
        this.name = new FieldView(texts, "", Setting.required(NAME, Setting.Kind.TEXT));
        name.setId("connection-name");
        fields.add(name);
        for (Setting setting : connector.descriptor().settings()) {
            fields.add(new FieldView(texts, type, setting));
        }
        getChildren().addAll(fields);
    }

    /** Checks every field, shows what is wrong, and puts the focus on the first that is. */
    boolean check() {
        boolean right = true;
        for (FieldView field : fields) {
            if (!field.check()) {
                if (right) {
                    field.focus();
                }
                right = false;
            }
        }
        return right;
    }

    boolean hasSecrets() {
        return fields.stream()
                .anyMatch(f -> f.setting().kind() == Setting.Kind.SECRET && !f.value().isEmpty());
    }

    /** What was typed, with fresh copies of the secrets: whoever asks wipes them. */
    EndpointDraft draft() {
        Map<String, String> settings = new HashMap<>();
        Map<String, char[]> secrets = new HashMap<>();
        for (FieldView field : fields) {
            if (field == name || field.value().isEmpty()) {
                continue;
            }
            if (field.setting().kind() == Setting.Kind.SECRET) {
                secrets.put(field.setting().key(), field.secret());
            } else {
                settings.put(field.setting().key(), field.value());
            }
        }
        return new EndpointDraft(type, name.value(), settings, secrets);
    }

    void forgetSecrets() {
        fields.forEach(FieldView::forget);
    }

    void focus() {
        name.focus();
    }
}
