package org.ronron.plugin.mail;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** The connector on one mail server of this computer, through the real transport. */
final class Desk implements AutoCloseable {
    static final String TO = "zoe.martin@association.example";
    final Lender lender =
            new Lender(
                    Map.of("password", "s3cret-for-mail"),
                    InstantSource.fixed(Instant.parse("2026-11-23T20:00:00Z")));
    private final Map<String, String> settings = new HashMap<>();

    Desk(int port) {
        settings.putAll(
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(port),
                        "tls", "none",
                        "from", "espaces@collectif.example",
                        "sender", "Les Hébergeurs"));
    }

    Desk with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    private Session session(boolean writable) throws ConnectorException {
        return lender.open(new MailConnector(), settings, writable, Duration.ofSeconds(5));
    }

    Actions actions() throws ConnectorException {
        return session(true).capability(Actions.class).orElseThrow();
    }

    Observation observe() throws ConnectorException {
        return session(false).capability(Inventory.class).orElseThrow().observe();
    }

    static Json.Obj arguments(String template) {
        return Json.obj()
                .with("to", TO)
                .with("person", "Zoé Martin")
                .with("template", template)
                .with("name", "les-potagers")
                .with("address", "les-potagers.example")
                .with("organisation", "Les Potagers")
                .with("text", "zoe")
                .with("mark", "q1w2e3");
    }

    static Action action(Json.Obj arguments) {
        return new Action("e", "mail.send", arguments);
    }

    Json.Obj send(Json.Obj arguments) throws ConnectorException {
        return actions().perform(action(arguments), new Unheard());
    }

    /** What it is refused with; also that nothing of it tells whom it was for. */
    Fault refused(Json.Obj arguments) {
        ConnectorException e = assertThrows(ConnectorException.class, () -> send(arguments));
        String all = e.fault() + " " + e.getMessage() + " " + e.getCause();
        for (String part : new String[] {TO, "zoe.martin", "association.example", "s3cret"}) {
            if (all.contains(part)) {
                throw new AssertionError("told: " + all);
            }
        }
        return e.fault();
    }

    Fault notObserved() {
        return assertThrows(ConnectorException.class, this::observe).fault();
    }

    @Override
    public void close() {
        lender.close();
    }
}
