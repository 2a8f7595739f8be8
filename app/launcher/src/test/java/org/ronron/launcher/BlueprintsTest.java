package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.LinkFact;
import org.ronron.api.RequestFact;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.plan.SpacePlanner;
import org.ronron.core.plan.Step;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;
import org.ronron.testkit.conformance.Lender;

/** The blueprints that are shipped, planned with the connectors that are shipped. */
class BlueprintsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final RequestRef REQUEST = new RequestRef("charon", "r_1");
    private static final Map<String, Map<String, String>> SETTINGS =
            Map.of(
                    "charon", Map.of("url", "http://127.0.0.1:1"),
                    "postgresql", Map.of("host", "127.0.0.1", "user", "lit", "tls", "off"),
                    "minio", Map.of("url", "http://127.0.0.1:1", "user", "lit"),
                    "nextcloud",
                            Map.of("host", "127.0.0.1", "user", "zoe", "domain", "frama.example"),
                    "haproxy", Map.of("host", "127.0.0.1", "user", "zoe"),
                    "mail", Map.of("host", "127.0.0.1", "from", "espaces@frama.example"),
                    "garage", Map.of("url", "http://127.0.0.1:1", "web", "sites.example"));

    private final Lender lender =
            new Lender(Map.of("token", "t", "password", "p"), InstantSource.fixed(NOW));
    private final Map<String, Connector> connectors = new HashMap<>();
    private final SpacePlanner planner =
            new SpacePlanner(
                    new Lending(), () -> "01ARZ3NDEKTSV4RRFFQ69G5FAV", InstantSource.fixed(NOW));

    BlueprintsTest() {
        ServiceLoader.load(Connector.class).forEach(c -> connectors.put(c.descriptor().id(), c));
    }

    @AfterEach
    void close() {
        lender.close();
    }

    @Test
    void eachMakesASpaceOfARequest() throws Exception {
        for (Blueprint blueprint : BlueprintFiles.all()) {
            MakeSpace make =
                    new MakeSpace(
                            blueprint.id(),
                            "2024",
                            "جمعية; rm -rf /",
                            Map.of(),
                            Optional.of(REQUEST),
                            "3");
            Plan plan = plan("ronron", make);
            assertEquals(
                    blueprint.section(Blueprint.MAKE).size(), plan.steps().size(), blueprint.id());
            assertEquals("request.claim", verb(plan.steps().getFirst()));
            assertEquals("mail.send", verb(plan.steps().getLast()));
            assertEquals("request.accept", verb(plan.steps().get(plan.steps().size() - 2)));
            good(plan);
            if (!blueprint.section("hand").isEmpty()) {
                Plan handed = plan("hermes", make);
                assertEquals("request.hand", verb(handed.steps().getFirst()));
                assertTrue(handed.steps().stream().noneMatch(s -> verb(s).equals("request.claim")));
                good(handed);
            }
        }
    }

    @Test
    void eachChangesWhatItMade() throws Exception {
        for (Blueprint blueprint : BlueprintFiles.all()) {
            List<String> sections = new ArrayList<>(blueprint.sections().keySet());
            sections.removeAll(List.of("make", "hand"));
            assertFalse(sections.isEmpty());
            for (String section : sections) {
                Plan plan =
                        plan(
                                "ronron",
                                new AlterSpace(
                                        "semeurs",
                                        blueprint.id(),
                                        section,
                                        Map.of("quota", "209715200", "office", "onlyoffice")));
                assertEquals(blueprint.section(section).size(), plan.steps().size(), section);
                good(plan);
            }
        }
    }

    @Test
    void whatIsRemovedIsSavedFirst() throws Exception {
        Plan plan = plan("ronron", new AlterSpace("semeurs", "nextcloud-farm", "remove", Map.of()));
        List<String> verbs = plan.steps().stream().map(BlueprintsTest::verb).toList();
        for (String removal : List.of("database.remove", "bucket.empty", "bucket.remove")) {
            Step step = plan.steps().get(verbs.indexOf(removal));
            List<Integer> before = before(plan, step);
            assertTrue(before.contains(verbs.indexOf("database.save")), removal);
            assertTrue(before.contains(verbs.indexOf("bucket.save")), removal);
        }
    }

    @Test
    void answersArePlannedToo() throws Exception {
        for (AnswerRequest.Answer answer : AnswerRequest.Answer.values()) {
            boolean tell =
                    answer == AnswerRequest.Answer.REFUSE || answer == AnswerRequest.Answer.ASK;
            good(
                    plan(
                            "ronron",
                            new AnswerRequest(REQUEST, "3", "AMAP", answer, "Pourquoi ?", tell)));
        }
    }

    private Connector connector(String type) {
        return Objects.requireNonNull(connectors.get(type), type);
    }

    private static List<Integer> before(Plan plan, Step step) {
        List<Integer> all = new ArrayList<>(step.needs());
        step.needs().forEach(n -> all.addAll(before(plan, plan.steps().get(n))));
        return all;
    }

    private static String verb(Step step) {
        return step.action().orElseThrow().verb();
    }

    /** What a person is shown of each step is there, and holds neither secrets nor addresses. */
    private void good(Plan plan) {
        for (Step step : plan.steps()) {
            String what = step.type() + " " + verb(step);
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Connector connector = connector(step.type());
                assertTrue(connector.texts(language).containsKey(step.text()), what);
            }
            assertFalse(step.exactCall().isBlank(), what);
            assertFalse(step.exactCall().contains("${"), what + ": " + step.exactCall());
            assertTrue(step.deadline().isPositive(), what);
            if (step.stepClass() == StepClass.ONE_SHOT) {
                assertEquals("mail.send", verb(step));
            }
        }
    }

    private Plan plan(String maker, SpaceChange change) throws RefusedException {
        return planner.plan(now(maker), change, BlueprintFiles.all(), "Camille");
    }

    private Collective now(String maker) {
        List<EndpointView> endpoints = new ArrayList<>();
        new TreeMap<>(SETTINGS)
                .forEach((type, settings) -> endpoints.add(endpoint(type, settings, maker)));
        RequestFact fact =
                new RequestFact(
                        "r_1",
                        "3",
                        RequestFact.State.PENDING,
                        "pending",
                        NOW,
                        "AMAP du Vallon",
                        "loi1901",
                        "",
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        "",
                        "amap-vallon",
                        "",
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of());
        return new Collective(
                        "c",
                        "Ferme",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        endpoints,
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(List.of(space()), List.of(new Request(REQUEST, "Charon", fact)));
    }

    private static Space space() {
        return new Space(
                "semeurs",
                "semeurs.frama.example",
                "Les Semeurs",
                "",
                Map.of("mark", "abc123"),
                Optional.empty(),
                List.of(
                        link("charon", LinkFact.Kind.RECORD, "semeurs"),
                        link("minio", LinkFact.Kind.BUCKET, "semeurs.abc123")));
    }

    private static Space.Link link(String type, LinkFact.Kind kind, String key) {
        return new Space.Link(
                type, type, type, LinkFact.of(kind, "semeurs", key, LinkFact.Health.FINE));
    }

    private static EndpointView endpoint(String type, Map<String, String> settings, String maker) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("maker", maker);
        return new EndpointView(
                type,
                type,
                type,
                "",
                EndpointView.State.FINE,
                "1",
                "print",
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                all,
                Map.of(),
                org.ronron.api.Login.NOT_TOLD);
    }

    private final class Lending implements Sessions {
        @Override
        public Session reading(String endpointId) throws RefusedException {
            Connector connector = connector(endpointId);
            try {
                return lender.open(
                        connector,
                        SETTINGS.getOrDefault(endpointId, Map.of()),
                        false,
                        Duration.ofSeconds(5));
            } catch (ConnectorException refused) {
                throw new RefusedException(refused.fault(), refused);
            }
        }

        @Override
        public Session writing(String endpointId) {
            throw new UnsupportedOperationException("a planner writes nothing");
        }
    }
}
