package org.ronron.plugin.gotify;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Session;
import org.ronron.practice.gotify.GotifySimulator;
import org.ronron.testkit.conformance.Counting;
import org.ronron.testkit.conformance.CountingWire;
import org.ronron.testkit.conformance.HttpConformance;
import org.ronron.testkit.conformance.Subject;

/** Against the stand-in: no registry that the build may use has a Gotify. */
class SimulatedGotifyConformanceTest extends HttpConformance {
    @Override
    protected Connector connector() {
        return new GotifyConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(GotifyError.values());
    }

    @Override
    protected boolean tellsOfMachines() {
        return false;
    }

    /** The verb has its name in the contract of notices. */
    @Override
    protected Set<String> furtherTexts() {
        return Set.of("action." + Notices.SEND);
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return List.of(sent(endpointId, "sample"));
    }

    /** Its stream is no call. */
    @Override
    protected Counting counting() throws IOException {
        return new CountingWire(subject().settings(), this::samples, threads);
    }

    static Action sent(String endpointId, String id) {
        Json.Obj arguments =
                Json.obj()
                        .with("id", id)
                        .with("title", "Sauvegarde échouée")
                        .with("text", "Le disque de celeri est plein.")
                        .with("priority", 8);
        return new Action(endpointId, Notices.SEND, arguments);
    }

    @Override
    protected String wrongVersion() {
        return "{\"version\":\"1.2.5\",\"commit\":\"a\",\"buildDate\":\"b\"}";
    }

    @Override
    protected int wrongVersionStatus() {
        return 200;
    }

    @Override
    protected Subject start() throws Exception {
        GotifySimulator gotify = new GotifySimulator(threads, InstantSource.system());
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                return Map.of("url", gotify.url().toString(), "tell", "all");
            }

            @Override
            public Map<String, String> secrets() {
                return Map.of("token", gotify.appToken(), "clientToken", gotify.clientToken());
            }

            @Override
            public List<Action> actions(Session session) {
                return List.of(sent("e1", "01KA:first"), sent("e1", "01KA:second"));
            }

            @Override
            public void close() {
                gotify.close();
            }
        };
    }
}
