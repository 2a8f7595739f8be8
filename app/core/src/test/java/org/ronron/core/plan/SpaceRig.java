package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Login;
import org.ronron.api.Progress;
import org.ronron.api.RequestFact;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.api.StepClass;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** A small farm for the planner of spaces: a source, a database, a host, and mail. */
abstract class SpaceRig {
    static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    static final String ID = "01KAVN3B7Q00000000000A1B2C";
    static final String MARK = "0a1b2c";
    static final RequestRef REF = new RequestRef("charon", "r7");
    static final RequestRef BY_HAND = new RequestRef("", "hand1");

    private static final String FARM =
            """
            {"format": 1, "id": "farm", "address": "${name}.${host.domain}",
             "roles": [
               {"id": "source", "type": "charon", "optional": true},
               {"id": "database", "type": "postgresql"},
               {"id": "host", "type": "nextcloud"},
               {"id": "mail", "type": "mail", "optional": true}],
             "options": [
               {"key": "quota", "kind": "BYTES", "preset": "4000", "choices": ["4000", "9000"]},
               {"key": "office", "kind": "CHOICE", "preset": "one", "choices": ["one", "none"]}],
             "sections": {
               "make": [
                 {"id": "claim", "role": "source", "verb": "request.claim",
                  "arguments": {"request": "${request}", "version": "${version}",
                                "mark": "${mark}", "by": "${by}"}},
                 {"id": "role", "role": "database", "verb": "role.create",
                  "arguments": {"role": "${name}", "mark": "${mark}",
                                "password": {"made": "database", "kind": "PASSWORD"}}},
                 {"id": "config", "role": "host", "verb": "config.write", "needs": ["role"],
                  "arguments": {"name": "${name}", "at": "${database.host}:${database.port}",
                                "bytes": "${quota}", "lists": ["${name}", true, 7, null]}},
                 {"id": "office", "role": "host", "verb": "office.set", "unless": "office=none",
                  "arguments": {"name": "${name}", "suite": "${office}"}},
                 {"id": "check", "role": "host", "verb": "app.check", "waits": true,
                  "arguments": {"address": "${address}"}},
                 {"id": "mail", "role": "mail", "verb": "mail.send", "unless": "request=",
                  "arguments": {"to": {"live": "email"}, "address": "${address}",
                                "organisation": "${organisation}"}}],
               "hand": [
                 {"id": "hand", "role": "source", "verb": "request.hand",
                  "arguments": {"request": "${request}", "name": "${name}"}}],
               "quota": [
                 {"role": "host", "verb": "quota.set",
                  "arguments": {"name": "${name}", "bytes": "${quota}",
                                "before": "${was.quota}"}}],
               "remove": [
                 {"role": "host", "verb": "app.off", "arguments": {"name": "${name}"}},
                 {"role": "database", "verb": "role.remove",
                  "arguments": {"role": "${name}", "mark": "${made}"}}]}}
            """;

    final Map<String, Map<String, String>> facts =
            new HashMap<>(
                    Map.of(
                            "postgresql", Map.of("host", "db.internal", "port", "5432"),
                            "nextcloud", Map.of("domain", "espace.test")));
    final Set<String> refusedVerbs = new HashSet<>();
    final List<EndpointView> endpoints =
            new ArrayList<>(
                    List.of(
                            endpoint("charon"),
                            endpoint("postgresql"),
                            endpoint("nextcloud"),
                            endpoint("mail"),
                            endpoint("minio")));
    final List<Space> spaces = new ArrayList<>();
    final List<Request> requests = new ArrayList<>(List.of(request(REF), request(BY_HAND)));

    final SpacePlanner planner =
            new SpacePlanner(new Lending(), () -> ID, InstantSource.fixed(NOW));

    Plan plan(SpaceChange change) throws RefusedException {
        return planner.plan(picture(), change, List.of(farm()), "Camille");
    }

    Fault refusal(SpaceChange change) {
        return assertThrows(RefusedException.class, () -> plan(change)).fault();
    }

    Collective picture() {
        return new Collective(
                        "c",
                        "Ours",
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
                .with(spaces, requests);
    }

    static Blueprint farm() {
        return read(FARM);
    }

    static Blueprint read(String json) {
        return BlueprintJson.read(json(json));
    }

    static Json.Obj json(String json) {
        try {
            return JsonText.readObject(json);
        } catch (Exception wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** The farm's own text with something replaced. */
    static String farm(String what, String by) {
        if (!FARM.contains(what)) {
            throw new IllegalArgumentException("not in it: " + what);
        }
        return FARM.replace(what, by);
    }

    static MakeSpace make(String name) {
        return new MakeSpace("farm", name, "Association des chats", Map.of(), Optional.empty(), "");
    }

    static MakeSpace make(String name, RequestRef ref) {
        return new MakeSpace(
                "farm", name, "Association des chats", Map.of(), Optional.of(ref), "3");
    }

    static Request request(RequestRef ref) {
        return request(ref, RequestFact.State.PENDING, Optional.empty());
    }

    static Request request(
            RequestRef ref, RequestFact.State state, Optional<RequestFact.Word> settled) {
        return new Request(
                ref,
                ref.endpointId(),
                new RequestFact(
                        ref.key(),
                        "3",
                        state,
                        "",
                        NOW,
                        "Association des chats",
                        "",
                        "",
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        "",
                        "chats",
                        "",
                        OptionalInt.empty(),
                        settled,
                        List.of()));
    }

    static Space space(String name, Map<String, String> options, Space.Link... links) {
        return new Space(
                name,
                name + ".espace.test",
                "Association des chats",
                options.isEmpty() ? "" : "farm",
                options,
                options.isEmpty() ? Optional.empty() : Optional.of(NOW),
                List.of(links));
    }

    static Space.Link link(String endpoint, String type, LinkFact fact) {
        return new Space.Link(endpoint, endpoint, type, fact);
    }

    static EndpointView endpoint(String type) {
        return endpoint(type, type, Map.of());
    }

    static EndpointView endpoint(String id, String type, Map<String, String> settings) {
        return new EndpointView(
                id,
                type,
                id,
                "",
                EndpointView.State.FINE,
                "1",
                "print of " + id,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                settings,
                Map.of(),
                Login.NOT_TOLD);
    }

    static List<String> verbs(Plan plan) {
        return plan.steps().stream().map(s -> s.action().orElseThrow().verb()).toList();
    }

    static List<List<Integer>> needs(Plan plan) {
        return plan.steps().stream().map(Step::needs).toList();
    }

    static Json.Obj arguments(Plan plan, String verb) {
        return plan.steps().stream()
                .map(s -> s.action().orElseThrow())
                .filter(a -> a.verb().equals(verb))
                .findFirst()
                .orElseThrow()
                .arguments();
    }

    final class Lending implements Sessions {
        @Override
        public Session reading(String endpointId) {
            return new Says(endpointId);
        }

        @Override
        public Session writing(String endpointId) {
            throw new AssertionError("a planner never writes");
        }
    }

    private final class Says implements Session, Spaces, Actions {
        private final String endpoint;

        Says(String endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <C extends Capability> Optional<C> capability(Class<C> type) {
            return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public void close() {}

        @Override
        public Map<String, String> facts() {
            return facts.getOrDefault(endpoint, Map.of());
        }

        @Override
        public List<LinkFact> look(String space) {
            throw new AssertionError("a planner asks nothing");
        }

        @Override
        public ActionSpec describe(Action action) {
            if (refusedVerbs.contains(action.verb())) {
                throw new IllegalArgumentException(action.verb());
            }
            StepClass stepClass =
                    action.verb().equals("app.check") ? StepClass.READ : StepClass.PROBEABLE;
            return new ActionSpec(stepClass, "curl " + action.verb(), MARK, Duration.ofSeconds(60));
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) {
            throw new AssertionError("a planner calls nothing");
        }

        @Override
        public Evidence probe(Action action) {
            throw new AssertionError("a planner asks nothing");
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return Optional.empty();
        }
    }
}
