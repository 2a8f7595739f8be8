package org.ronron.ui.pages.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Reach;
import org.ronron.api.Setting;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.EndpointView;
import org.ronron.ui.parts.Ui;

/**
 * The form of one connector, made from its settings in their order, with the way to it folded
 * below.
 */
final class ConnectionForm extends VBox {
    private static final String NAME = "name";

    private final String type;
    private final List<FieldView> fields = new ArrayList<>();
    private final List<FieldView> way = new ArrayList<>();
    private final FieldView name;
    private final Folded reach;

    /**
     * @param of the connection that is changed; empty for a new one
     */
    ConnectionForm(Ui ui, Connector connector, Optional<EndpointView> of) {
        super(12);
        this.type = connector.descriptor().id();
        Setting named = Setting.required(NAME, Setting.Kind.TEXT);
        this.name = new FieldView(ui, "", named, of.map(EndpointView::name), Optional.empty());
        name.setId("connection-name");
        fields.add(name);
        for (Setting setting : connector.descriptor().settings()) {
            fields.add(field(ui, setting, of));
        }
        for (Setting setting : Reach.beside(connector.descriptor())) {
            way.add(field(ui, setting, of));
        }
        reach =
                new Folded(
                        ui.texts().get("form.reach"), "form-reach", way.toArray(FieldView[]::new));
        reach.open(way.stream().anyMatch(f -> !f.value().isEmpty() || f.staysKept()));
        getChildren().addAll(fields);
        getChildren().add(reach);
        fields.addAll(way);
    }

    private FieldView field(Ui ui, Setting setting, Optional<EndpointView> of) {
        return new FieldView(
                ui,
                type,
                setting,
                of.flatMap(e -> Optional.ofNullable(e.settings().get(setting.key()))),
                of.flatMap(e -> Optional.ofNullable(e.kept().get(setting.key()))));
    }

    /** Checks every field, shows what is wrong, and puts the focus on the first that is. */
    boolean check() {
        boolean right = true;
        for (FieldView field : fields) {
            if (!field.check()) {
                if (right) {
                    reach.open(way.contains(field) || way.stream().anyMatch(FieldView::filled));
                    field.focus();
                }
                right = false;
            }
        }
        return right;
    }

    /** Whether something was typed that has to go into the vault, or out of it. */
    boolean changesSecrets() {
        return fields.stream()
                .filter(f -> f.setting().kind() == Setting.Kind.SECRET)
                .anyMatch(f -> f.filled() || f.forgotten());
    }

    /** Whether a trial needs what the vault holds. */
    boolean needsVault() {
        return fields.stream().anyMatch(FieldView::staysKept);
    }

    /**
     * What was typed, with fresh copies of the secrets: whoever asks wipes them. A secret that
     * stays in the vault is not in it; one that is to be forgotten is there and empty.
     */
    EndpointDraft draft() {
        Map<String, String> settings = new HashMap<>();
        Map<String, char[]> secrets = new HashMap<>();
        for (FieldView field : fields) {
            String key = field.setting().key();
            if (field == name) {
                continue;
            }
            if (field.setting().kind() == Setting.Kind.SECRET) {
                if (field.filled() || field.forgotten()) {
                    secrets.put(key, field.secret());
                }
            } else if (field.filled()) {
                settings.put(key, field.value());
            }
        }
        return new EndpointDraft(type, name.value(), settings, secrets);
    }

    void forgetSecrets() {
        fields.forEach(FieldView::forget);
    }
}
