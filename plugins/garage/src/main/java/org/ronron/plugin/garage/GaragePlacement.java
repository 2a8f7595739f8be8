package org.ronron.plugin.garage;

import java.util.List;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Placement;

/** What moves between zones do to a Garage cluster, and the three steps that carry them out. */
record GaragePlacement(Host host) implements Placement {
    /** The key of the one cluster of an endpoint. */
    static final String CLUSTER = "garage";

    /** The layout in the shape of the admin API, with what else a forecast has to know. */
    static Json.Obj state(Layout layout, String version, boolean draining, List<NodeFact> nodes) {
        Stream<Json> roles =
                layout.roles().stream().map(r -> r.json().with("storedPartitions", r.stored()));
        Json.Obj atLeast = Json.obj().with("atLeast", layout.redundancy());
        long down = nodes.stream().filter(n -> n.reach() == NodeFact.Reach.DOWN).count();
        return Json.obj()
                .with("garage", version)
                .with("version", layout.version())
                .with("partitionSize", layout.partitionSize())
                .with("parameters", Json.obj().with("zoneRedundancy", atLeast))
                .with("roles", Json.arr(roles.toList()))
                .with("staged", layout.stagedWords())
                .with("draining", Json.of(draining))
                .with("down", down);
    }

    @Override
    public Forecast forecast(Json.Obj state, List<Move> moves) {
        Layout before = Layout.of(state);
        long down = state.number("down").orElse(0L);
        return new Forecaster(before, before.with(moved(before, moves)), down).forecast();
    }

    private static List<Layout.Role> moved(Layout layout, List<Move> moves) {
        return moves.stream()
                .flatMap(m -> layout.role(m.nodeKey()).map(role -> role.in(m.zone())).stream())
                .toList();
    }

    @Override
    public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException {
        Layout layout = Layout.of(state);
        List<Layout.Role> roles = moved(layout, moves);
        Forecast forecast = forecast(state, moves);
        String version = state.text("garage").orElse("?");
        String staged = state.text("staged").orElse("");
        if (!version.startsWith("2.")) {
            throw refused(CommonError.WRONG_VERSION, "version", version, "supported", "2.x");
        }
        if (!staged.isEmpty()) {
            throw refused(GarageError.STAGED_BY_OTHERS, "staged", staged, "plan", "–");
        }
        if (state.bool("draining").orElse(false)) {
            throw refused(GarageError.CHANGE_UNDER_WAY, "found", "layout " + layout.version());
        }
        if (forecast.impossible() || roles.size() < moves.size()) {
            String reason = forecast.warnings().isEmpty() ? "role ∅" : "" + forecast.warnings();
            throw refused(GarageError.IMPOSSIBLE, "reason", reason);
        }
        List<Layout.Role> was = roles.stream().flatMap(r -> layout.role(r.id()).stream()).toList();
        long next = layout.version() + 1;
        Json.Obj stage =
                Json.obj()
                        .with("version", layout.version())
                        .with("roles", Json.arr(roles.stream().map(Layout.Role::json).toList()))
                        .with("was", Json.arr(was.stream().map(Layout.Role::json).toList()));
        Json.Obj apply =
                stage.with("version", next)
                        .with("after", layout.with(roles).digest())
                        .with("usable", forecast.usableAfter())
                        .with("copies", forecast.copiesToMove().orElse(0));
        return List.of(
                step("step.stage", GarageActions.STAGE, stage),
                step("step.apply", GarageActions.APPLY, apply),
                step("step.settle", GarageActions.SETTLE, Json.obj().with("version", next)));
    }

    private PlacementStep step(String text, String verb, Json.Obj arguments) {
        Action action = new Action(host.endpointId(), verb, arguments);
        return new PlacementStep(text, action, verb.equals(GarageActions.SETTLE));
    }

    private ConnectorException refused(ErrorCode code, String... details) {
        return new ConnectorException(Fault.of(code, host.endpointName(), details));
    }
}
