package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Auth;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.JsonCalls;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/** Garage 2.x (1.x read-only). All writes go through the one node of the setting {@code url}. */
public final class GarageConnector implements Connector {
    /** A node that works on a layout answers slowly: 25 seconds were seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Auth AUTH = new Auth.Bearer("token");
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "garage",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.required("token", Setting.Kind.SECRET),
                            Setting.forWriting("writeToken", "token"),
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
        return ResourceBundle.getBundle("org.ronron.plugin.garage.texts", locale);
    }

    @Override
    public List<Grant> grants() {
        return TokenScope.grants();
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        JsonCalls admin = JsonCalls.at(host, "url", AUTH, PATIENCE);
        List<JsonCalls> peers = JsonCalls.each(host, "peers", AUTH, PATIENCE);
        return Session.of(
                List.of(
                        new GarageInventory(admin, host, peers),
                        new GaragePlacement(host),
                        new GarageActions(admin, host, peers)));
    }
}
