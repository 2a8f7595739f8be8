package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;
import org.ronron.api.Spaces;

/**
 * A farm of Nextclouds on a web host, over SSH: one code base, one configuration a space
 * (Framaspace is built so: Gosset and Didry, JRES 2024, section 7).
 */
public final class NextcloudConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "nextcloud",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "22"),
                            Setting.required("user", Kind.USER),
                            Setting.optional("keyFile", Kind.FILE),
                            Setting.optional("passphrase", Kind.SECRET),
                            Setting.optional("password", Kind.SECRET),
                            Setting.optional("web", Kind.USER),
                            Setting.required("domain", Kind.TEXT),
                            Setting.preset("code", Kind.TEXT, "/var/www/nextcloud"),
                            Setting.preset("sites", Kind.TEXT, "/var/www/sites"),
                            Setting.preset("configs", Kind.TEXT, "/var/lib/nextcloud/configs"),
                            Setting.preset("list", Kind.TEXT, "/var/lib/nextcloud/runner/list"),
                            Setting.preset("saves", Kind.TEXT, "/var/lib/nextcloud/saves"),
                            Setting.preset("occ", Kind.TEXT, "php occ")),
                    Set.of(Inventory.class, Spaces.class, Actions.class),
                    Set.of(),
                    "fth-cloud",
                    List.of("stand-in for 31.0.5"));

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
        String once =
                "sudo install -m 755 /dev/stdin /usr/local/bin/ronron-runner <<'END'\n"
                        + Own.text("ronron-runner")
                        + "END\n"
                        + unit("ronron-runner.service")
                        + unit("ronron-runner.timer")
                        + "sudo systemctl enable --now ronron-runner.timer";
        return List.of(
                new Grant(Grant.Purpose.READ, "account", Own.text("account.txt").strip()),
                new Grant(Grant.Purpose.READ, "web", "ronron ALL=(www-data) NOPASSWD: /bin/sh -s"),
                new Grant(Grant.Purpose.WRITE, "folders", Own.text("folders.txt").strip()),
                new Grant(Grant.Purpose.WRITE, "runner", once));
    }

    private static String unit(String name) {
        return "sudo tee /etc/systemd/system/"
                + name
                + " >/dev/null <<'END'\n"
                + Own.text(name)
                + "END\n";
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Farm farm = Farm.of(host);
        return Session.of(List.of(new FarmReport(farm), new FarmActions(farm)));
    }
}
