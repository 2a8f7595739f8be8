package org.ronron.plugin.borg;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;

/** Borg 1.2 and 1.4 as borgmatic runs it, over SSH to the machine that makes the backups. */
public final class BorgConnector implements Connector {
    private static final String CONFIG = "/etc/borgmatic/config.yaml";
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "borg",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "22"),
                            Setting.required("user", Kind.USER),
                            Setting.optional("keyFile", Kind.FILE),
                            Setting.optional("passphrase", Kind.SECRET),
                            Setting.optional("password", Kind.SECRET),
                            Setting.preset("config", Kind.TEXT, CONFIG)),
                    Set.of(Inventory.class, Backups.class, Actions.class),
                    Set.of(),
                    "fth-archive",
                    List.of("Borg 1.2.4 with borgmatic 1.7.7"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        String language = locale.getLanguage().equals("fr") ? "fr" : "en";
        try {
            return new PropertyResourceBundle(
                    new StringReader(Own.text("texts_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Grant> grants() {
        String account = Own.text("account.txt").strip();
        return List.of(
                new Grant(Grant.Purpose.READ, "account", account),
                new Grant(
                        Grant.Purpose.WRITE, "same", "borgmatic create; borg check; borg extract"));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Borg borg = Borg.of(host);
        return Session.of(
                List.of(new BorgReport(borg), new BorgBackups(borg), new BorgActions(borg)));
    }
}
