package org.ronron.plugin.barman;

import java.util.List;
import java.util.Locale;
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

/** Barman, which keeps backups of PostgreSQL servers, on its machine over SSH. */
public final class BarmanConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "barman",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "22"),
                            Setting.preset("user", Kind.USER, "barman"),
                            Setting.optional("keyFile", Kind.FILE),
                            Setting.optional("passphrase", Kind.SECRET),
                            Setting.optional("password", Kind.SECRET),
                            Setting.optional("config", Kind.TEXT)),
                    Set.of(Inventory.class, Backups.class, Actions.class),
                    Set.of(),
                    "fth-archive",
                    List.of("3.4.0"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        Locale known = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return ResourceBundle.getBundle("org.ronron.plugin.barman.texts", known);
    }

    @Override
    public List<Grant> grants() {
        String key =
                """
                sudo install -d -m 700 -o barman -g barman ~barman/.ssh
                sudo tee -a ~barman/.ssh/authorized_keys
                sudo chown barman: ~barman/.ssh/authorized_keys\
                """;
        String room = "sudo install -d -m 700 -o barman -g barman /var/lib/barman-restored";
        return List.of(
                new Grant(Grant.Purpose.READ, "account", key),
                new Grant(Grant.Purpose.WRITE, "room", room));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Barman barman = Barman.of(host);
        return Session.of(List.of(new Series(barman), new BarmanActions(barman)));
    }
}
