package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Inventory;
import org.ronron.api.Notices;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.api.StepClass;
import org.ronron.api.Watch;

/**
 * Drives all that a connector can do through a session that may not write, against a server that
 * counts what could change something: every capability, every verb with the arguments of a real
 * move, and by hand what the host lends. Then the same through a session whose writing was switched
 * off in the middle. Last it changes something once, to see that the server does count.
 */
public final class ReadOnlyProof {
    private static final Set<Class<?>> DRIVEN =
            Set.of(
                    Inventory.class,
                    Placement.class,
                    Actions.class,
                    Watch.class,
                    Spaces.class,
                    Requests.class,
                    Notices.class,
                    Backups.class);

    private final Watched connector;
    private final Counting server;
    private final Lender lender;
    private final Set<String> verbs = new TreeSet<>();
    private final Set<String> changing = new TreeSet<>();
    private final Set<ErrorCode> refusals = new HashSet<>();

    /**
     * What was driven.
     *
     * @param verbs of the connector's actions, those that only look too
     * @param changes what came and could change something; none, if all is well
     */
    public record Seen(Set<String> verbs, List<String> changes) {
        public Seen {
            verbs = Set.copyOf(verbs);
            changes = List.copyOf(changes);
        }
    }

    private ReadOnlyProof(Connector connector, Counting server, Lender lender) {
        this.connector = new Watched(connector);
        this.server = server;
        this.lender = lender;
    }

    /**
     * Drives it all.
     *
     * @param lender with the server's secrets, and trusting it
     * @throws AssertionError also when what was said on the way breaks the contract: grants, login,
     *     a move's phases, commands by name
     */
    public static Seen of(Connector connector, Counting server, Lender lender) throws Exception {
        return new ReadOnlyProof(connector, server, lender).drive();
    }

    private Seen drive() throws Exception {
        try (Session session = open(server.settings(), false)) {
            Observation before = observe(session);
            List<Action> actions = capabilities(session, before);
            Contract.steps(connector, session, before);
            Contract.login(before, observe(session), verbs);
            Contract.grants(connector, changing, connector.commands());
            new Attempts(connector.host(), server.settings()).allRefused();
            String after = observe(session).fingerprint();
            assertEquals(before.fingerprint(), after, "what it observed has changed");
            switchedOffInTheMiddle(actions);
            if (server.beside().isPresent()) {
                stepByStep(session, server.beside().get());
            }
        }
        assertTrue(
                server.countsLibraries() || !connector.connectsByItself(),
                "what a client library sends is not counted");
        Seen seen = new Seen(verbs, changes());
        assertTrue(server.calls() > 0, "nothing was asked at all");
        theServerCounts();
        return seen;
    }

    private List<String> changes() {
        return server.changes(connector::reads);
    }

    private Session open(Map<String, String> settings, boolean writable) throws Exception {
        return lender.open(connector, settings, writable, ConnectorConformance.PATIENT);
    }

    private static Observation observe(Session session) throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    private List<Action> capabilities(Session session, Observation seen) throws Exception {
        Set<Class<?>> others = new HashSet<>(connector.descriptor().capabilities());
        others.removeAll(DRIVEN);
        assertEquals(Set.of(), others, "capabilities that this proof does not drive yet");
        Optional<Watch> watch = session.capability(Watch.class);
        if (watch.isPresent()) {
            String first = Watching.first(watch.get()).fingerprint();
            assertEquals(seen.fingerprint(), first, "a watch begins with everything");
        }
        String endpoint = connector.host().endpointId();
        looks(session, seen);
        List<Action> actions = new ArrayList<>(server.samples(endpoint));
        Actions offering = session.capability(Actions.class).orElse(null);
        for (Action sample : List.copyOf(actions)) {
            if (offering != null) {
                offering.inverse(sample).ifPresent(actions::add);
            }
        }
        Set<String> given = new TreeSet<>();
        actions.forEach(action -> given.add(action.verb()));
        Verbs.all(connector, session, endpoint, seen).stream()
                .filter(action -> !given.contains(action.verb()))
                .forEach(actions::add);
        for (Action action : actions) {
            verbs.add(action.verb());
            if (tried(session, action) != StepClass.READ) {
                changing.add(action.verb());
            }
        }
        asked(session, seen, actions);
        boolean offered = connector.descriptor().capabilities().contains(Actions.class);
        assertEquals(offered, !verbs.isEmpty(), "verbs: " + verbs);
        assertEquals(
                !changing.isEmpty(), refusals.contains(CommonError.READ_ONLY), refusals::toString);
        return actions;
    }

    private static void looks(Session session, Observation seen) throws ConnectorException {
        Optional<Spaces> spaces = session.capability(Spaces.class);
        Optional<Requests> requests = session.capability(Requests.class);
        if (spaces.isPresent()) {
            spaces.get().facts();
            spaces.get().look(seen.links().isEmpty() ? "none" : seen.links().get(0).space());
        }
        if (requests.isPresent() && !seen.requests().isEmpty()) {
            requests.get().maker();
            requests.get().contact(seen.requests().get(0).key());
        }
    }

    /** What is to be known before; of what is not there, it may be refused. */
    private void asked(Session session, Observation seen, List<Action> actions) {
        Backups backups = session.capability(Backups.class).orElse(null);
        if (backups == null) {
            return;
        }
        List<String> keys = new ArrayList<>(List.of("none"));
        seen.backups().forEach(series -> keys.add(series.key()));
        for (String key : keys) {
            answeredOrRefused(() -> backups.nextToGo(key).size());
        }
        for (Action action : actions) {
            answeredOrRefused(() -> backups.outlook(action).running().size());
        }
    }

    private static void answeredOrRefused(Question question) {
        try {
            assertTrue(question.ask() >= 0);
        } catch (ConnectorException refused) {
            assertNotEquals(CommonError.READ_ONLY, refused.fault().code());
        }
    }

    private interface Question {
        int ask() throws ConnectorException;
    }

    /** Performed, undone in thought and looked at; nothing that could change something comes. */
    private StepClass tried(Session session, Action action) throws ConnectorException {
        Actions actions = session.capability(Actions.class).orElseThrow();
        StepClass stepClass = actions.describe(action).stepClass();
        int before = changes().size();
        try {
            actions.perform(action, new Unheard());
            assertEquals(StepClass.READ, stepClass, action.verb() + " was performed");
        } catch (ConnectorException e) {
            assertEquals(Effect.NONE, e.fault().effect(), e.fault().toString());
            refusals.add(e.fault().code());
        }
        try {
            actions.probe(action);
        } catch (ConnectorException cannotTell) {
            assertNotEquals(CommonError.READ_ONLY, cannotTell.fault().code(), action.verb());
        }
        assertEquals(before, changes().size(), action.verb() + " has sent a change");
        return stepClass;
    }

    private void switchedOffInTheMiddle(List<Action> actions) throws Exception {
        try (Session session = open(server.settings(), true)) {
            observe(session);
            lender.switchWritingOff(server.settings());
            for (Action action : actions) {
                tried(session, action);
            }
            new Attempts(connector.host(), server.settings()).allRefused();
        }
    }

    /** Each step of a move at the moment when it could be done. */
    private void stepByStep(Session reading, Map<String, String> beside) throws Exception {
        try (Session writing = open(beside, true)) {
            Actions writes = writing.capability(Actions.class).orElseThrow();
            for (Placement.PlacementStep step : Verbs.steps(writing, observe(writing))) {
                if (step.by() == Placement.By.RONRON) {
                    refusals.clear();
                    tried(reading, step.action());
                    assertEquals(Set.of(CommonError.READ_ONLY), refusals, step.action().verb());
                    writes.perform(step.action(), new Unheard());
                } else {
                    tried(reading, step.action());
                }
            }
        }
    }

    private void theServerCounts() throws Exception {
        int before = changes().size();
        try (Session session = open(server.settings(), true)) {
            observe(session);
            Optional<Action> one = server.one(connector.host().endpointId());
            if (one.isPresent()) {
                session.capability(Actions.class).orElseThrow().perform(one.get(), new Unheard());
            } else {
                new Attempts(connector.host(), server.settings()).one();
            }
        }
        assertTrue(changes().size() > before, "the server does not count");
    }
}
