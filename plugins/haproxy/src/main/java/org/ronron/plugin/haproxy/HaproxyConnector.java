package org.ronron.plugin.haproxy;

import java.util.List;
import java.util.Locale;
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

/** HAProxy on one machine, by its runtime API and its map file. Presets are Debian's. */
public final class HaproxyConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "haproxy",
                    List.of(
                            Setting.required("host", Kind.HOST),
                            Setting.preset("port", Kind.PORT, "22"),
                            Setting.required("user", Kind.USER),
                            Setting.optional("keyFile", Kind.FILE),
                            Setting.optional("passphrase", Kind.SECRET),
                            Setting.optional("password", Kind.SECRET),
                            Setting.preset("socket", Kind.TEXT, "/run/haproxy/admin.sock"),
                            Setting.preset("map", Kind.TEXT, "/etc/haproxy/maps/spaces.map"),
                            Setting.preset("backend", Kind.TEXT, "spaces"),
                            Setting.preset("front", Kind.TEXT, "127.0.0.1:80"),
                            Setting.preset("config", Kind.TEXT, "/etc/haproxy/haproxy.cfg"),
                            Setting.optional("master", Kind.TEXT)),
                    Set.of(Inventory.class, Spaces.class, Actions.class),
                    Set.of(),
                    "fth-shuffle",
                    List.of("2.6.12"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.haproxy.texts", locale);
    }

    /** As HAProxy's management guide 2.6 (9.3) and sudoers(5) write them. */
    @Override
    public List<Grant> grants() {
        // maps can be changed at any level (tried with 2.6.12); "user" keeps all else from it
        String asks = "stats socket /run/haproxy/ronron.sock mode 660 group ronron level user";
        return List.of(
                new Grant(Grant.Purpose.READ, "account", Machine.own("account.sh")),
                new Grant(Grant.Purpose.READ, "socket", asks),
                new Grant(Grant.Purpose.WRITE, "folder", Machine.own("folder.sh")),
                new Grant(Grant.Purpose.WRITE, "sudo", Reloading.sudoers("ronron")));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Machine machine = new Machine(host, Places.of(host));
        HaproxyInventory inventory = new HaproxyInventory(machine);
        HaproxySpaces spaces = new HaproxySpaces(machine);
        return Session.of(List.of(inventory, spaces, new HaproxyActions(machine)));
    }
}
