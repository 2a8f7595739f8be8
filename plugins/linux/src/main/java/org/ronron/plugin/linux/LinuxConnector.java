package org.ronron.plugin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;
import org.ronron.api.Shell;

/**
 * Reads one Linux machine over SSH and changes nothing. Of {@link Actions} it has one, which only
 * looks: see {@link ZoneFile}.
 */
public final class LinuxConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "linux",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "22"),
                            Setting.required("user", Kind.USER),
                            Setting.optional("keyFile", Kind.FILE),
                            Setting.optional("passphrase", Kind.SECRET),
                            Setting.optional("password", Kind.SECRET),
                            RootsContainers.SUDO,
                            Setting.optional("configFile", Kind.TEXT),
                            Setting.optional("configKey", Kind.TEXT),
                            Setting.optional("certificates", Kind.TEXT)),
                    Set.of(Inventory.class, Actions.class),
                    Set.of(),
                    "fth-server",
                    List.of("Debian 12, OpenSSH 9.2"));

    private static final Shell.Script FACTS =
            new Shell.Script("facts", true, own("config.sh") + own("facts.sh"));

    private static final Shell.Script CONFIG =
            new Shell.Script("config", true, own("config.sh") + "config \"$@\" || :\n");

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        Locale known = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return ResourceBundle.getBundle("org.ronron.plugin.linux.texts", known);
    }

    @Override
    public List<Grant> grants() {
        return RootsContainers.grants();
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        for (String key : List.of("host", "user")) {
            if (host.setting(key).orElse("").isBlank()) {
                throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", "is missing");
            }
        }
        String machine = host.setting("host").orElse("").strip();
        String port = host.setting("port").orElse("22");
        if (Facts.number(port, 65_535).orElse(0) == 0) {
            String reason = "is not between 1 and 65535";
            throw host.fault(CommonError.BAD_SETTING, "setting", "port", "reason", reason);
        }
        String literal = machine.contains(":") ? "[" + machine + "]" : machine;
        String login = "ssh -p " + port + " " + host.setting("user").orElse("") + "@" + machine;
        ZoneFile file = ZoneFile.of(host, CONFIG, login);
        return new LinuxSession(host, FACTS, machine, "ssh://" + literal + ":" + port, file);
    }

    private static String own(String name) {
        try (InputStream in = LinuxConnector.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
