package org.ronron.plugin.gotify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Notices;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Watch;

/** A Gotify server: notices go out by an application's token, and come in by a client's. */
public final class GotifyConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "gotify",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.required(Gotify.TOKEN, Setting.Kind.SECRET),
                            Setting.optional(Gotify.CLIENT, Setting.Kind.SECRET),
                            Setting.choice(
                                    Notices.Wanted.TELL, "off", List.of("off", "urgent", "all")),
                            Setting.optional(Notices.Wanted.QUIET, Setting.Kind.TEXT)),
                    Set.of(Inventory.class, Notices.class, Actions.class, Watch.class),
                    Set.of(),
                    "fth-bell",
                    List.of("3.0.0"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.gotify.texts", locale);
    }

    /** By Gotify's own API, with a person's password: the tokens are in its answers, once. */
    @Override
    public List<Grant> grants() {
        return List.of(
                grant(Grant.Purpose.READ, "client", "client", "{\"name\":\"ronron\"}"),
                grant(
                        Grant.Purpose.WRITE,
                        "application",
                        "application",
                        "{\"name\":\"Ronron\",\"defaultPriority\":5}"));
    }

    private static Grant grant(Grant.Purpose purpose, String text, String path, String body) {
        String call = "curl -u NAME -H 'Content-Type: application/json' \\\n  -d '%s' %s/%s";
        return new Grant(purpose, text, call.formatted(body, "https://gotify.example.org", path));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Gotify gotify = Gotify.at(host);
        Notices.Wanted wanted = Notices.Wanted.of(host);
        List<Capability> parts = new ArrayList<>();
        parts.add(new GotifyInventory(gotify));
        parts.add((Notices) () -> wanted);
        parts.add(new GotifyActions(gotify));
        if (gotify.reads()) {
            parts.add(new GotifyWatch(gotify));
        }
        return Session.of(parts);
    }
}
