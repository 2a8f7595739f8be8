package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.api.Grant;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Placement.By;
import org.ronron.api.Placement.Phase;
import org.ronron.api.Placement.PlacementStep;
import org.ronron.api.Session;
import org.ronron.api.Shell;
import org.ronron.api.StepClass;

/** What a connector promises beyond its answers, checked on what it said. */
final class Contract {
    /** Characters that mean something else in a line of sudoers(5), sudo 1.9; and blanks. */
    private static final Pattern SPECIAL = Pattern.compile("[\\s,:=\\\\*?\\[\\]!#\"]");

    private Contract() {}

    /** Who may do what it does is told before a person gives away too much. */
    static void grants(Connector connector, Set<String> changing, List<Shell.Named> named) {
        Set<Grant.Purpose> told = new HashSet<>();
        StringBuilder recipes = new StringBuilder();
        for (Grant grant : connector.grants()) {
            told.add(grant.purpose());
            assertFalse(grant.recipe().isBlank(), grant.text());
            recipes.append(grant.recipe()).append('\n');
        }
        assertTrue(told.contains(Grant.Purpose.READ), "no grant for reading");
        assertEquals(!changing.isEmpty(), told.contains(Grant.Purpose.WRITE), changing::toString);
        for (Shell.Named command : named) {
            List<String> words = command.words();
            assertTrue(words.getFirst().matches("/[a-z0-9/._-]+"), words::toString);
            assertFalse(words.stream().anyMatch(SPECIAL.asPredicate()), words::toString);
            assertTrue(recipes.indexOf(String.join(" ", words)) >= 0, words::toString);
        }
    }

    /** A login that is told forbids only what the connector has, and is the same twice. */
    static void login(Observation first, Observation second, Set<String> verbs) {
        assertEquals(first.login(), second.login());
        Set<String> strange = new HashSet<>(first.login().forbidden());
        strange.removeAll(verbs);
        assertEquals(Set.of(), strange, "verbs that are forbidden and not known");
    }

    /** The steps of one move are in the order of its life, and each is what its doer can do. */
    static void steps(Connector connector, Session session, Observation seen) {
        List<PlacementStep> steps = Verbs.steps(session, seen);
        Phase before = Phase.LEAVE;
        for (PlacementStep step : steps) {
            String text = step.text();
            assertTrue(step.phase().compareTo(before) >= 0, text + " comes after its time");
            before = step.phase();
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertTrue(connector.texts(language).containsKey(text), text);
            }
            ofItsMachine(step, seen);
            ofItsDoer(session, step);
        }
    }

    /** What is of one machine says which; what is of the cluster is done once for all. */
    private static void ofItsMachine(PlacementStep step, Observation seen) {
        if (step.phase() != Phase.CHANGE) {
            String node = step.action().arguments().text("node").orElse("");
            assertTrue(seen.nodes().stream().anyMatch(n -> n.key().equals(node)), step.text());
        }
    }

    private static void ofItsDoer(Session session, PlacementStep step) {
        ActionSpec spec = session.capability(Actions.class).orElseThrow().describe(step.action());
        assertFalse(spec.exactCall().isBlank(), step.text());
        assertTrue(spec.deadline().isPositive(), step.text());
        assertEquals(step.by() == By.OWNER, step.config().isPresent(), step.text());
        if (step.by() == By.RONRON) {
            assertNotEquals(StepClass.READ, spec.stepClass(), step.text());
        } else {
            assertEquals(StepClass.READ, spec.stepClass(), step.text());
        }
        if (step.by() == By.OWNER) {
            Placement.Config config = step.config().orElseThrow();
            assertEquals(Phase.ARRIVE, step.phase(), step.text());
            assertNotEquals(config.line(), config.wanted(), step.text());
        }
    }
}
