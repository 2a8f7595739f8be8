package org.ronron.plugin.garage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.layout.Remark;
import org.ronron.layout.buckets.BucketVerb;
import org.ronron.layout.buckets.FoundBucket;
import org.ronron.layout.roles.RolePlacement;
import org.ronron.testkit.conformance.HttpConformance;
import org.ronron.testkit.conformance.Subject;

/** What the suite has to know of Garage; its two heirs start the real one and the simulator. */
abstract class GarageConformance extends HttpConformance {
    @Override
    protected Connector connector() {
        return new GarageConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(GarageError.values());
    }

    @Override
    protected Set<String> furtherTexts() {
        Set<String> further = new HashSet<>(RolePlacement.TEXTS);
        further.addAll(FoundBucket.TEXTS);
        Arrays.stream(Remark.values()).forEach(remark -> further.add("forecast." + remark.key()));
        Arrays.stream(BucketVerb.values()).forEach(verb -> further.add("action." + verb.id()));
        return further;
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return Sites.actions(endpointId);
    }

    @Override
    protected Set<String> asksWhatItMayDo() {
        return Set.of("GET /v2/GetCurrentAdminTokenInfo");
    }

    @Override
    protected String wrongVersion() {
        return "{\"code\":\"InvalidRequest\",\"message\":\"Bad request: Unknown API endpoint\","
                + "\"region\":\"garage\",\"path\":\"/v1/status\"}";
    }

    /** A cluster of which onion moves to the zone bespin. */
    record Cluster(String url, String token, String onion, Runnable stop) implements Subject {
        @Override
        public Map<String, String> settings() {
            return Map.of("url", url);
        }

        @Override
        public Map<String, String> secrets() {
            return Sites.vault(token);
        }

        @Override
        public List<Action> actions(Session session) throws ConnectorException {
            Json.Obj state =
                    session.capability(Inventory.class)
                            .orElseThrow()
                            .observe()
                            .clusters()
                            .getFirst()
                            .state();
            List<Action> moves =
                    session
                            .capability(Placement.class)
                            .orElseThrow()
                            .steps(state, List.of(new Move(onion, "bespin")), "m1")
                            .stream()
                            .filter(step -> step.by() == Placement.By.RONRON)
                            .map(Placement.PlacementStep::action)
                            .toList();
            return Stream.concat(Sites.actions("e1").stream(), moves.stream()).toList();
        }

        @Override
        public void close() {
            stop.run();
        }
    }
}
