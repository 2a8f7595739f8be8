package org.ronron.launcher;

import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Auth;
import org.ronron.api.ClusterFact;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Evidence;
import org.ronron.api.Fingerprint;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.MadeSecret;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.StepClass;

/**
 * A connector for {@link EchoServer}: it hands on to the window and the journal all that the server
 * says, and its one change gives four secrets away that Ronron makes.
 */
final class EchoConnector implements Connector {
    private static final Duration TIME = Duration.ofSeconds(20);

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "echo",
                List.of(
                        Setting.required("url", Setting.Kind.URL),
                        Setting.required("token", Setting.Kind.SECRET),
                        Setting.forWriting("writeToken", "token"),
                        Setting.optional("breaks", Setting.Kind.TEXT)),
                Set.of(Inventory.class, Placement.class, Actions.class),
                Set.of(),
                "fth-box",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return key;
            }

            @Override
            public Enumeration<String> getKeys() {
                return java.util.Collections.emptyEnumeration();
            }
        };
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        JsonCalls calls = JsonCalls.at(host, "url", new Auth.Bearer("token"), TIME);
        return Session.of(
                List.of(
                        (Inventory) () -> observe(host, calls),
                        new Rules(host.endpointId()),
                        new Changes(host, calls)));
    }

    private static Observation observe(Host host, JsonCalls calls) throws ConnectorException {
        Json.Obj said = calls.get("/observe");
        if (host.setting("breaks").isPresent()) {
            throw new IllegalStateException("the connector breaks: " + said);
        }
        String version = said.text("message").orElse("");
        return new Observation(
                host.clock().instant(),
                version,
                Fingerprint.of("always the same"),
                List.of(node(host.endpointName() + "-one"), node(host.endpointName() + "-two")),
                List.of(),
                List.of(
                        new ClusterFact(
                                "echo", "Echo", OptionalInt.of(3), true, false, Json.obj())),
                List.of(),
                List.of());
    }

    private static NodeFact node(String name) {
        return new NodeFact(
                "k-" + name,
                name,
                List.of(),
                Optional.of("here"),
                NodeFact.Reach.UP,
                NodeFact.Machine.PHYSICAL,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "storage",
                Map.of());
    }

    private record Rules(String endpoint) implements Placement {
        @Override
        public Forecast forecast(Json.Obj state, List<Move> moves) {
            return new Forecast(
                    1,
                    1,
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    true,
                    1,
                    1,
                    Map.of(),
                    List.of(),
                    false);
        }

        @Override
        public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String mark) {
            Json.Obj arguments = Json.obj().with("mark", mark);
            String plan = mark.replaceAll("[^A-Za-z0-9]", "");
            for (MadeSecret.Kind kind : MadeSecret.Kind.values()) {
                String label = kind.name().toLowerCase(Locale.ROOT);
                arguments = arguments.with(label, MadeSecret.of(plan, label, kind).json());
            }
            return List.of(
                    PlacementStep.call("step.import", new Action(endpoint, "import", arguments)));
        }
    }

    private record Changes(Host host, JsonCalls calls) implements Actions {
        @Override
        public ActionSpec describe(Action action) {
            String call =
                    Http.Call.post("/import", action.arguments(), TIME)
                            .asCurl(java.net.URI.create("http://echo"), new Auth.Bearer("token"));
            return new ActionSpec(StepClass.PROBEABLE, call, "a mark", TIME);
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
            Http.Answer answer = calls.change(Http.Call.post("/import", action.arguments(), TIME));
            if (answer.status() != 200) {
                throw calls.fault(
                        CommonError.SERVER_ERROR,
                        "status",
                        Integer.toString(answer.status()),
                        "message",
                        answer.text());
            }
            return Json.obj().with("said", answer.text());
        }

        @Override
        public Evidence probe(Action action) throws ConnectorException {
            Json.Obj said = calls.get("/observe");
            boolean done = said.bool("imported").orElse(false);
            return host.evidence(
                    done ? Evidence.Verdict.DONE : Evidence.Verdict.NOT_DONE, said.toString());
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return Optional.empty();
        }
    }
}
