package org.ronron.plugin.charon;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.practice.charon.CharonSimulator;
import org.ronron.testkit.conformance.HttpConformance;
import org.ronron.testkit.conformance.Subject;

/** Against the simulator of our own contract: no Charon was found that could be run. */
class SimulatedCharonConformanceTest extends HttpConformance {
    @Override
    protected Connector connector() {
        return new CharonConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(CharonError.values());
    }

    @Override
    protected boolean tellsOfMachines() {
        return false;
    }

    @Override
    protected Set<String> asksWhatItMayDo() {
        return Set.of("GET /api/v1");
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return Wishes.ofRonron(endpointId);
    }

    @Override
    protected String wrongVersion() {
        return "{\"service\":\"charon\",\"api\":2,\"version\":\"9.0\"}";
    }

    @Override
    protected int wrongVersionStatus() {
        return 200;
    }

    @Override
    protected Subject start() throws Exception {
        CharonSimulator charon = new CharonSimulator(threads, InstantSource.system());
        String token = charon.token();
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                return Map.of("url", charon.url().toString());
            }

            @Override
            public Map<String, String> secrets() {
                return Map.of("token", token);
            }

            @Override
            public List<Action> actions(Session session) {
                return Wishes.ofRonron("e1");
            }

            @Override
            public void close() {
                charon.close();
            }
        };
    }

    /** Arguments as blueprints give them, on what the practice source has at its start. */
    static final class Wishes {
        private Wishes() {}

        static List<Action> ofRonron(String endpoint) {
            return List.of(
                    action(endpoint, "request.claim", "request", "r_1", "version", "3"),
                    action(endpoint, "request.note", "request", "r_1", "text", "Vu au téléphone."),
                    action(
                            endpoint,
                            "request.accept",
                            "request",
                            "r_1",
                            "name",
                            "amap-vallon",
                            "office",
                            "collabora"),
                    action(endpoint, "request.claim", "request", "r_2", "version", "1"),
                    action(endpoint, "request.release", "request", "r_2"),
                    action(
                            endpoint,
                            "request.refuse",
                            "request",
                            "r_3",
                            "version",
                            "1",
                            "reason",
                            "Déjà un espace ailleurs."),
                    action(
                            endpoint,
                            "request.ask",
                            "request",
                            "r_4",
                            "version",
                            "1",
                            "text",
                            "Combien de personnes ?"),
                    action(
                            endpoint,
                            "request.aside",
                            "request",
                            "r_5",
                            "version",
                            "1",
                            "text",
                            "Après l’été."),
                    action(
                            endpoint,
                            "space.begin",
                            "space",
                            "semeurs",
                            "type",
                            "change_office",
                            "suite",
                            "collabora"),
                    action(endpoint, "space.end", "space", "semeurs"),
                    action(endpoint, "space.begin", "space", "fournil", "type", "delete_space"),
                    action(endpoint, "space.release", "space", "fournil"));
        }

        static Action action(String endpoint, String verb, String... arguments) {
            Json.Obj all = Json.obj().with("by", "Zoé");
            boolean unmarked =
                    Set.of("request.refuse", "request.ask", "request.aside").contains(verb);
            all = unmarked ? all : all.with("mark", "ab12cd");
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                all = all.with(arguments[i], arguments[i + 1]);
            }
            return new Action(endpoint, verb, all);
        }
    }
}
