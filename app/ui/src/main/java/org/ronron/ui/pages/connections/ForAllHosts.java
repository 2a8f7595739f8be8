package org.ronron.ui.pages.connections;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.api.Reach;
import org.ronron.api.Setting;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** How to log in to those machines whose line does not say it. */
final class ForAllHosts extends VBox {
    private static final String PASSPHRASE = "passphrase";
    private final String type;
    private final FieldView user;
    private final FieldView keyFile;
    private final FieldView passphrase;

    /**
     * @param type the connector for machines by SSH
     */
    ForAllHosts(Ui ui, String type) {
        super(8);
        this.type = type;
        user = field(ui, Setting.optional("user", Setting.Kind.USER));
        keyFile = field(ui, Setting.optional("keyFile", Setting.Kind.FILE));
        passphrase = field(ui, Setting.optional(PASSPHRASE, Setting.Kind.SECRET));
        HBox fields = new HBox(12, user, keyFile, passphrase);
        getStyleClass().add("card");
        getChildren().addAll(Bits.line(ui.texts().get("hosts.all.title"), "section-title"), fields);
    }

    private FieldView field(Ui ui, Setting setting) {
        FieldView field = new FieldView(ui, type, setting, Optional.empty(), Optional.empty());
        field.setPrefWidth(300);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    boolean check() {
        return user.check() & keyFile.check() & passphrase.check();
    }

    boolean hasSecret() {
        return passphrase.filled();
    }

    /** Whether a line that names no user could be tried. */
    boolean namesUser() {
        return user.filled();
    }

    void focusUser() {
        user.focus();
    }

    /** With fresh copies of the secret: whoever asks wipes them. */
    EndpointDraft draft(HostRow row) {
        Map<String, char[]> secrets = new HashMap<>();
        if (passphrase.filled()) {
            secrets.put(PASSPHRASE, passphrase.secret());
            if (!row.line().via().isEmpty()) {
                secrets.put(Reach.VIA_PASSPHRASE, passphrase.secret());
            }
        }
        return row.draft(type, user.value(), keyFile.value(), secrets);
    }

    void forgetSecret() {
        passphrase.forget();
    }
}
