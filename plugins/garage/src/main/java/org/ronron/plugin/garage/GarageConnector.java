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
import org.ronron.api.Spaces;
import org.ronron.layout.roles.RolePlacement;

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
                            Setting.optional("peers", Setting.Kind.TEXT),
                            Setting.optional("web", Setting.Kind.TEXT)),
                    Set.of(Inventory.class, Placement.class, Actions.class, Spaces.class),
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
        LayoutCalls calls = new LayoutCalls(admin, JsonCalls.each(host, "peers", AUTH, PATIENCE));
        Buckets buckets = new Buckets(admin, host);
        GarageSpaces spaces = new GarageSpaces(buckets, host.setting("web").orElse(""));
        return Session.of(
                List.of(
                        new GarageInventory(admin, host, calls, spaces),
                        new RolePlacement(host, why -> GarageError.valueOf(why.name())),
                        spaces,
                        new GarageActions(admin, host, calls, buckets)));
    }
}
