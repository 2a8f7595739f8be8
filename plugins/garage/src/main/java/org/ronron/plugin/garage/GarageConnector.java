package org.ronron.plugin.garage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/** Garage 2.x (1.x read-only). All writes go through the one node of the setting {@code url}. */
public final class GarageConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "garage",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.required(Admin.TOKEN, Setting.Kind.SECRET),
                            Setting.optional("peers", Setting.Kind.TEXT)),
                    Set.of(Inventory.class, Placement.class, Actions.class),
                    Set.of("POST /v2/ListWorkers", "POST /v2/PreviewClusterLayoutChanges"),
                    "fth-database",
                    List.of("2.5.0"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return ResourceBundle.getBundle(
                "org.ronron.plugin.garage.texts", french ? Locale.FRENCH : Locale.ENGLISH);
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Admin admin = new Admin(host, address(host, "url", host.setting("url").orElse("")));
        List<Admin> peers = new ArrayList<>();
        for (String peer : host.setting("peers").orElse("").split("[,\\s]+", -1)) {
            if (!peer.isBlank()) {
                peers.add(new Admin(host, address(host, "peers", peer)));
            }
        }
        List<Capability> parts =
                List.of(
                        new GarageInventory(admin, host, peers),
                        new GaragePlacement(host),
                        new GarageActions(admin, host, peers));
        return new Session() {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                return parts.stream().filter(type::isInstance).map(type::cast).findFirst();
            }

            @Override
            public void close() {}
        };
    }

    private static URI address(Host host, String setting, String value) throws ConnectorException {
        try {
            URI uri = URI.create(value.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below, as any other value that is no address
        }
        throw new ConnectorException(
                Fault.of(
                        CommonError.BAD_SETTING,
                        host.endpointName(),
                        "setting",
                        setting,
                        "reason",
                        "http://…:3903"));
    }
}
