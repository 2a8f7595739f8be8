package org.ronron.plugin.charon;

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
import org.ronron.api.Requests;
import org.ronron.api.Requests.Maker;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Spaces;

/** A source of requests that speaks our contract (README.md of this folder), version 1. */
public final class CharonConnector implements Connector {
    private static final String HERMES = "hermes";
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "charon",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.required("token", Setting.Kind.SECRET),
                            Setting.forWriting("writeToken", "token"),
                            Setting.choice("maker", "ronron", List.of("ronron", HERMES)),
                            Setting.preset("worker", Setting.Kind.TEXT, "ronron")),
                    Set.of(Inventory.class, Requests.class, Spaces.class, Actions.class),
                    Set.of(),
                    "fth-inbox",
                    List.of("1"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.charon.texts", locale);
    }

    /** The roles of a token, as the contract has them. */
    @Override
    public List<Grant> grants() {
        return List.of(
                grant(Grant.Purpose.READ, "read", ""),
                grant(Grant.Purpose.WRITE, "write", ",\"decide\",\"worker\""),
                grant(Grant.Purpose.WRITE, "hermes", ",\"decide\""));
    }

    private static Grant grant(Grant.Purpose purpose, String text, String more) {
        String name = "{\"name\":\"ronron-" + text + "\",\"roles\":";
        return new Grant(purpose, text, name + "[\"read\"" + more + "]}");
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        var auth = new Auth.Bearer("token");
        Charon charon = new Charon(JsonCalls.at(host, "url", auth, Charon.PATIENCE));
        boolean daemon = host.setting("maker").orElse("").equals(HERMES);
        Maker maker = daemon ? Maker.DAEMON : Maker.RONRON;
        return Session.of(
                List.of(
                        new CharonInventory(charon, host),
                        new CharonSource(charon, maker),
                        new CharonActions(charon, host, maker)));
    }
}
