package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
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
final class GaragePlacement implements Placement {
    /** The key of the one cluster of an endpoint. */
    static final String CLUSTER = "garage";

    private final Host host;

    GaragePlacement(Host host) {
        this.host = host;
    }

    /** The layout in the shape of the admin API, with what else a forecast has to know. */
    static Json.Obj state(Layout layout, String version, boolean draining, List<NodeFact> nodes) {
        List<Json> roles = new ArrayList<>();
        for (Layout.Role role : layout.roles()) {
            roles.add(role.json().with("storedPartitions", role.stored()));
        }
        List<Json> staged = layout.staged().stream().<Json>map(Layout.Role::json).toList();
        Json redundancy =
                layout.redundancy().equals("maximum")
                        ? Json.of("maximum")
                        : Json.obj().with("atLeast", Long.parseLong(layout.redundancy()));
        List<String> down =
                nodes.stream()
                        .filter(node -> node.reach() == NodeFact.Reach.DOWN)
                        .map(NodeFact::key)
                        .toList();
        return Json.obj()
                .with("garage", version)
                .with("version", layout.version())
                .with("partitionSize", layout.partitionSize())
                .with("parameters", Json.obj().with("zoneRedundancy", redundancy))
                .with("roles", Json.arr(roles))
                .with("stagedRoleChanges", Json.arr(staged))
                .with("stagedWords", layout.stagedWords())
                .with("draining", Json.of(draining))
                .with("down", Json.texts(down));
    }

    /** The replication factor: every one of 256 partitions is stored so many times. */
    static int copies(List<Layout.Role> roles) {
        return roles.stream().mapToInt(Layout.Role::stored).sum() / Forecaster.PARTITIONS;
    }

    static List<Layout.Role> moved(Layout layout, List<Move> moves) {
        List<Layout.Role> changed = new ArrayList<>();
        for (Move move : moves) {
            layout.role(move.nodeKey()).map(role -> role.in(move.zone())).ifPresent(changed::add);
        }
        return changed;
    }

    @Override
    public Forecast forecast(Json.Obj state, List<Move> moves) {
        Layout before = Layout.of(state);
        return new Forecaster(before, before.with(moved(before, moves)), state).forecast();
    }

    @Override
    public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException {
        Layout layout = Layout.of(state);
        List<Layout.Role> roles = moved(layout, moves);
        String version = state.text("garage").orElse("?");
        String staged = state.text("stagedWords").orElse("");
        Forecast forecast = forecast(state, moves);
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
            String reason =
                    forecast.warnings().stream()
                            .findFirst()
                            .map(w -> w.key() + " " + w.details())
                            .orElse("role ∅");
            throw refused(GarageError.IMPOSSIBLE, "reason", reason);
        }
        Json.Obj stage =
                Json.obj()
                        .with("version", layout.version())
                        .with("roles", Json.arr(roles.stream().map(Layout.Role::json).toList()))
                        .with(
                                "was",
                                Json.arr(
                                        roles.stream()
                                                .flatMap(r -> layout.role(r.id()).stream())
                                                .map(Layout.Role::json)
                                                .toList()));
        Json.Obj apply =
                stage.with("version", layout.version() + 1)
                        .with("after", layout.with(roles).digest())
                        .with("usable", forecast.usableAfter())
                        .with("copies", forecast.copiesToMove().orElse(0));
        Json.Obj settle = Json.obj().with("version", layout.version() + 1);
        return List.of(
                step("stage", GarageActions.STAGE, stage, false),
                step("apply", GarageActions.APPLY, apply, false),
                step("settle", GarageActions.SETTLE, settle, true));
    }

    private PlacementStep step(String text, String verb, Json.Obj arguments, boolean waiting) {
        return new PlacementStep(
                "step." + text, new Action(host.endpointId(), verb, arguments), waiting);
    }

    private ConnectorException refused(ErrorCode code, String... details) {
        return new ConnectorException(Fault.of(code, host.endpointName(), details));
    }
}
