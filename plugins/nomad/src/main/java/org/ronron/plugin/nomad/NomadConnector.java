package org.ronron.plugin.nomad;

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
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Watch;
import org.ronron.layout.work.EvacuationActions;

/** Nomad 1.6 to 2.0, through the one agent of the setting {@code url}. */
public final class NomadConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "nomad",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            Setting.optional("token", Setting.Kind.SECRET),
                            Setting.forWriting("writeToken", "token"),
                            Setting.preset(
                                    "configFile", Setting.Kind.TEXT, "/etc/nomad.d/nomad.hcl")),
                    Set.of(Inventory.class, Watch.class, Placement.class, Actions.class),
                    Set.of(),
                    "fth-layers",
                    List.of("2.0.5"));

    /** A policy in HCL, as {@code nomad acl policy apply NAME FILE} takes it. */
    private static final String POLICY =
            """
            node {
              policy = "%s"
            }
            namespace "*" {
              policy = "read"
            }
            """;

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.nomad.texts", locale);
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                new Grant(Grant.Purpose.READ, "reading", POLICY.formatted("read")),
                new Grant(Grant.Purpose.WRITE, "writing", POLICY.formatted("write")));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Calls calls = Calls.at(host);
        return Session.of(
                List.of(
                        new NomadInventory(calls),
                        new NomadWatch(calls),
                        new NomadPlacement(host),
                        new EvacuationActions(host, new NomadScheduler(calls))));
    }
}
