package org.ronron.plugin.nomad;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.layout.work.Evacuation;
import org.ronron.layout.work.EvacuationError;
import org.ronron.layout.work.Fleet;
import org.ronron.testkit.conformance.HttpConformance;
import org.ronron.testkit.conformance.Subject;

/** What the suite has to know of Nomad; its heirs start a simulator and a real one. */
abstract class NomadConformance extends HttpConformance {
    @Override
    protected Connector connector() {
        return new NomadConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return Stream.<ErrorCode>concat(
                        Stream.of(NomadError.values()), Stream.of(EvacuationError.values()))
                .toList();
    }

    @Override
    protected Set<String> furtherTexts() {
        Set<String> keys = new HashSet<>(Fleet.TEXTS);
        keys.addAll(Evacuation.TEXTS);
        return keys;
    }

    /** Before 1.6, and in 3.x, of which nothing is known. */
    @Override
    protected String wrongVersion() {
        return "{\"Members\":[{\"Name\":\"s1.global\",\"Status\":\"alive\",\"Tags\":{\"build\":"
                + "\"1.5.17\",\"role\":\"nomad\"}}]}";
    }

    @Override
    protected int wrongVersionStatus() {
        return 200;
    }

    /**
     * @param node the id of a machine that may be emptied
     */
    record Server(String url, String token, String node, Runnable stop) implements Subject {
        @Override
        public Map<String, String> settings() {
            return Map.of("url", url);
        }

        @Override
        public Map<String, String> secrets() {
            return Map.of("token", token);
        }

        /** Given no more work, given it again, emptied, and that taken back. */
        @Override
        public List<Action> actions(Session session) {
            Json.Obj one = Json.obj().with("node", node).with("mark", "m1");
            Json.Obj taking = one.with("eligible", Json.of(true));
            return List.of(
                    new Action("e1", Evacuation.INELIGIBLE, one),
                    new Action("e1", Evacuation.ELIGIBLE, one),
                    new Action("e1", Evacuation.DRAIN, taking),
                    new Action("e1", Evacuation.STOP, taking));
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
