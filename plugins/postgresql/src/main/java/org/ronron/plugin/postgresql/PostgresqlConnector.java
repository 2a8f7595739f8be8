package org.ronron.plugin.postgresql;

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
import org.ronron.api.Spaces;

/** PostgreSQL 13 and later; one that is a replica is only read. */
public final class PostgresqlConnector implements Connector {
    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    "postgresql",
                    List.of(
                            Setting.required("host", Setting.Kind.HOST),
                            Setting.preset("port", Setting.Kind.PORT, "5432"),
                            Setting.required("user", Setting.Kind.USER),
                            Setting.required("password", Setting.Kind.SECRET),
                            Setting.optional("writer", Setting.Kind.USER),
                            Setting.forWriting("writerPassword", "password"),
                            Setting.preset("database", Setting.Kind.TEXT, "postgres"),
                            Setting.choice("tls", "on", List.of("on", "off")),
                            Setting.optional("insideHost", Setting.Kind.HOST),
                            Setting.optional("insidePort", Setting.Kind.PORT)),
                    Set.of(Inventory.class, Spaces.class, Actions.class),
                    Set.of(),
                    "fth-database",
                    List.of("15.18"));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("org.ronron.plugin.postgresql.texts", locale);
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                new Grant(Grant.Purpose.READ, "read", Statements.text("grant-read")),
                new Grant(Grant.Purpose.WRITE, "write", Statements.text("grant-write")));
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        Server server = Server.of(host);
        return Session.of(
                List.of(new PostgresqlInventory(server), new PostgresqlActions(server, host)));
    }
}
