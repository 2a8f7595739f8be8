package org.ronron.plugin.garage;

import java.util.List;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Placement;
import org.ronron.layout.RoleChange;

/** What moves between zones do to a Garage cluster, and the three steps that carry them out. */
record GaragePlacement(Host host) implements Placement {
    /** The key of the one cluster of an endpoint. */
    static final String CLUSTER = "garage";

    /**
     * What forecasts and steps are made from.
     *
     * @param layout as Garage answers it
     */
    static Json.Obj state(Json.Obj layout, String version, boolean draining, List<NodeFact> nodes) {
        long down = nodes.stream().filter(n -> n.reach() == NodeFact.Reach.DOWN).count();
        return layout.with("garage", version)
                .with("draining", Json.of(draining))
                .with("down", down);
    }

    @Override
    public Forecast forecast(Json.Obj state, List<Move> moves) {
        Forecast forecast = Layout.of(state).now().forecast(moves);
        long down = state.number("down").orElse(0L);
        return forecast.impossible() || down == 0
                ? forecast
                : forecast.with(new Forecast.Warning("nodeDown", Map.of("value", "" + down)));
    }

    @Override
    public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException {
        Layout layout = Layout.of(state);
        Forecast forecast = forecast(state, moves);
        String version = state.text("garage").orElse("?");
        String staged = layout.roles().words();
        if (!version.startsWith("2.")) {
            throw host.fault(GarageError.OLD_VERSION, "version", version);
        }
        if (!staged.isEmpty()) {
            throw host.fault(GarageError.STAGED_BY_OTHERS, "staged", staged, "plan", "–");
        }
        if (state.bool("draining").orElse(false)) {
            throw host.fault(GarageError.CHANGE_UNDER_WAY, "found", "layout " + layout.version());
        }
        if (forecast.impossible()) {
            Forecast.Warning why = forecast.warnings().getFirst();
            String reason = "forecast." + why.key();
            String value = why.details().getOrDefault("value", "");
            throw host.fault(GarageError.IMPOSSIBLE, "reason", reason, "value", value);
        }
        RoleChange change = RoleChange.of(layout.now(), moves);
        long next = layout.version() + 1;
        Json.Obj stage =
                Json.obj()
                        .with("version", layout.version())
                        .with("roles", Layout.roles(change.nodes()))
                        .with("was", Layout.roles(change.was()));
        Json.Obj apply =
                stage.with("version", next)
                        .with("after", change.after())
                        .with("usable", forecast.usableAfter())
                        .with("copies", forecast.copiesToMove().orElse(0));
        Json.Obj settle = Json.obj().with("version", next);
        return List.of(
                PlacementStep.call("step.stage", action(GarageActions.STAGE, stage)),
                PlacementStep.call("step.apply", action(GarageActions.APPLY, apply)),
                PlacementStep.waiting("step.settle", action(GarageActions.SETTLE, settle)));
    }

    private Action action(String verb, Json.Obj arguments) {
        return new Action(host.endpointId(), verb, arguments);
    }
}
