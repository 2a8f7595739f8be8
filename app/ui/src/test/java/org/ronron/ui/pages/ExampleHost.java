package org.ronron.ui.pages;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;

/** A connector for machines by SSH; nothing is ever opened through it. */
public final class ExampleHost implements Connector {
    static final String TYPE = "linux";

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                TYPE,
                List.of(
                        Setting.required("host", Kind.HOST),
                        Setting.preset("port", Kind.PORT, "22"),
                        Setting.required("user", Kind.USER),
                        Setting.optional("keyFile", Kind.FILE),
                        Setting.optional("passphrase", Kind.SECRET)),
                Set.of(Inventory.class),
                Set.of(),
                "fth-server",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        boolean fr = locale.getLanguage().equals("fr");
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {
                    {"connector.name", fr ? "Machine Linux" : "Linux machine"},
                    {"setting.user.label", fr ? "Utilisateur" : "User"},
                    {"setting.keyFile.label", fr ? "Fichier de clé" : "Key file"},
                    {
                        "setting.passphrase.label",
                        fr ? "Phrase de passe de la clé" : "Key’s passphrase"
                    },
                };
            }
        };
    }

    @Override
    public Session open(Host host) {
        throw new UnsupportedOperationException("a page never opens a session");
    }
}
