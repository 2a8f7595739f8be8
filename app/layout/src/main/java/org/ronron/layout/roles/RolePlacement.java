package org.ronron.layout.roles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Placement;
import org.ronron.layout.RoleChange;

/**
 * What moves between zones do to a cluster of roles, and the three steps that carry them out:
 * {@code layout.stage}, {@code layout.apply}, {@code layout.settle}, by the texts {@link #TEXTS}.
 */
public record RolePlacement(Host host, Refusals refusals) implements Placement {
    /** The key of the one cluster of an endpoint. */
    public static final String CLUSTER = "garage";

    /** Of the connector's texts. */
    public static final Set<String> TEXTS =
            Set.of("step.stage", "step.apply", "step.settle", "forecast.nodeDown");

    /** Why a move is not planned. */
    public enum Why {
        /** Details: {@code version}. */
        OLD_VERSION,
        /** Details: {@code staged}, {@code plan}. */
        STAGED_BY_OTHERS,
        /** Details: {@code found}. */
        CHANGE_UNDER_WAY,
        /** Details: {@code reason}, a forecast's text, and its {@code value}. */
        IMPOSSIBLE
    }

    /** The connector's own errors for it. */
    public interface Refusals {
        ErrorCode of(Why why);
    }

    private ConnectorException fault(Why why, String... details) {
        return host.fault(refusals.of(why), details);
    }

    /**
     * What forecasts and steps are made from.
     *
     * @param layout as Garage answers it
     */
    public static Json.Obj state(
            Json.Obj layout, String version, boolean draining, List<NodeFact> nodes) {
        List<String> down =
                nodes.stream()
                        .filter(n -> n.reach() == NodeFact.Reach.DOWN)
                        .map(NodeFact::key)
                        .toList();
        return layout.with("garage", version)
                .with("draining", Json.of(draining))
                .with("down", Json.texts(down));
    }

    @Override
    public Forecast forecast(Json.Obj state, List<Move> moves) {
        return remarked(state, RoleLayout.of(state).now().forecast(moves, down(state)));
    }

    @Override
    public Forecast outlook(Json.Obj state, List<Move> moves) {
        return remarked(state, RoleLayout.of(state).now().outlook(moves, down(state)));
    }

    private static Set<String> down(Json.Obj state) {
        return Set.copyOf(state.texts("down"));
    }

    private static Forecast remarked(Json.Obj state, Forecast forecast) {
        int down = down(state).size();
        return forecast.impossible() || down == 0
                ? forecast
                : forecast.with(new Forecast.Warning("nodeDown", Map.of("value", "" + down)));
    }

    @Override
    public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException {
        RoleLayout layout = RoleLayout.of(state);
        Forecast forecast = forecast(state, moves);
        String version = state.text("garage").orElse("?");
        String staged = layout.roles().words();
        if (!version.startsWith("2.")) {
            throw fault(Why.OLD_VERSION, "version", version);
        }
        if (!staged.isEmpty()) {
            throw fault(Why.STAGED_BY_OTHERS, "staged", staged, "plan", "–");
        }
        if (state.bool("draining").orElse(false)) {
            throw fault(Why.CHANGE_UNDER_WAY, "found", "layout " + layout.version());
        }
        if (forecast.impossible()) {
            Forecast.Warning why = forecast.warnings().getFirst();
            String reason = "forecast." + why.key();
            String value = why.details().getOrDefault("value", "");
            throw fault(Why.IMPOSSIBLE, "reason", reason, "value", value);
        }
        RoleChange change = RoleChange.of(layout.now(), moves);
        long next = layout.version() + 1;
        Json.Obj stage =
                Json.obj()
                        .with("version", layout.version())
                        .with("roles", RoleLayout.roles(change.nodes()))
                        .with("was", RoleLayout.roles(change.was()));
        Json.Obj apply =
                stage.with("version", next)
                        .with("after", change.after())
                        .with("usable", forecast.usableAfter())
                        .with("copies", forecast.copiesToMove().orElse(0));
        Json.Obj settle = Json.obj().with("version", next);
        return List.of(
                PlacementStep.call("step.stage", action("layout.stage", stage)),
                PlacementStep.call("step.apply", action("layout.apply", apply)),
                PlacementStep.waiting("step.settle", action("layout.settle", settle)));
    }

    private Action action(String verb, Json.Obj arguments) {
        return new Action(host.endpointId(), verb, arguments);
    }
}
