package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Login;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Node;
import org.ronron.core.plan.Absence;
import org.ronron.core.plan.CutOffs;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Rights;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Workspace;

/**
 * What moves would do, worked out from what clusters said last. A session is opened for its rules
 * only: not one call is made on it. Any thread.
 */
final class Forecasting {
    private final DeskPorts ports;

    Forecasting(DeskPorts ports) {
        this.ports = ports;
    }

    /**
     * What a forecast is made from, taken in one moment.
     *
     * @param moves one a machine
     */
    record Basis(Collective picture, List<Heard> connections, List<MoveNode> moves) {}

    Staging.MoveForecast of(Basis basis) throws RefusedException {
        List<Fault> missing = new ArrayList<>();
        for (Here here : concerned(basis)) {
            missing(basis.picture(), here).ifPresent(missing::add);
        }
        return told(basis, Placement::forecast, missing);
    }

    /** Without what takes long. */
    Staging.MoveForecast outlook(Basis basis) throws RefusedException {
        return told(basis, Placement::outlook, List.of());
    }

    /** A cluster that moves concern. */
    private record Here(Workspace.EndpointRow row, Cluster cluster, List<Move> moves) {}

    private interface Question {
        Forecast of(Placement placement, Json.Obj state, List<Move> moves);
    }

    private Staging.MoveForecast told(Basis basis, Question question, List<Fault> missing)
            throws RefusedException {
        Collective c = basis.picture();
        List<Plan.ClusterForecast> clusters = new ArrayList<>();
        for (Here here : concerned(basis)) {
            placing(here.row())
                    .map(p -> question.of(p, here.cluster().state(), here.moves()))
                    .ifPresent(f -> clusters.add(shown(here, f)));
        }
        List<MoveNode> possible = possible(basis);
        clusters.addAll(Absence.of(c, carried(c, possible)));
        List<Node> nodes = possible.stream().flatMap(m -> c.node(m.nodeId()).stream()).toList();
        CutOffs cutOff = CutOffs.of(nodes, carried(c, possible), clusters);
        return new Staging.MoveForecast(
                clusters, refusals(basis), cutOff.who(), cutOff.services(), missing);
    }

    private static Plan.ClusterForecast shown(Here here, Forecast forecast) {
        Workspace.EndpointRow row = here.row();
        return new Plan.ClusterForecast(row.id(), row.type(), here.cluster().name(), forecast);
    }

    private static List<Staging.Refusal> refusals(Basis basis) {
        List<Staging.Refusal> refusals = new ArrayList<>();
        for (MoveNode move : basis.moves()) {
            Optional<Node> node = basis.picture().node(move.nodeId());
            node.flatMap(Node::immovable)
                    .map(why -> new Staging.Refusal(move.nodeId(), node.get().name(), why))
                    .ifPresent(refusals::add);
        }
        return refusals;
    }

    private static List<MoveNode> possible(Basis basis) {
        return basis.moves().stream()
                .filter(
                        move ->
                                basis.picture()
                                        .node(move.nodeId())
                                        .filter(n -> n.immovable().isEmpty())
                                        .isPresent())
                .toList();
    }

    private static List<Here> concerned(Basis basis) {
        List<Here> concerned = new ArrayList<>();
        for (Cluster cluster : basis.picture().clusters()) {
            List<Move> moves = movesIn(basis.picture(), cluster, possible(basis));
            Optional<Workspace.EndpointRow> row = row(basis.connections(), cluster.endpointId());
            if (!moves.isEmpty() && row.isPresent()) {
                concerned.add(new Here(row.get(), cluster, moves));
            }
        }
        return concerned;
    }

    /** What each cluster that stores data is like with nothing moved. */
    List<Plan.ClusterForecast> standing(Basis basis) throws RefusedException {
        List<Plan.ClusterForecast> clusters = new ArrayList<>();
        for (Cluster cluster : basis.picture().clusters()) {
            Optional<Workspace.EndpointRow> row = row(basis.connections(), cluster.endpointId());
            if (row.isPresent()) {
                Here here = new Here(row.get(), cluster, List.of());
                placing(row.get())
                        .map(p -> p.outlook(cluster.state(), List.of()))
                        .filter(Forecast::stores)
                        .ifPresent(f -> clusters.add(shown(here, f)));
            }
        }
        return clusters;
    }

    private static List<Node> carried(Collective c, List<MoveNode> moves) {
        return moves.stream()
                .filter(m -> m.truth() == MoveNode.Truth.WILL_CARRY)
                .flatMap(m -> c.node(m.nodeId()).stream())
                .toList();
    }

    /** What the steps of these moves would need and our login may not. */
    private Optional<Fault> missing(Collective c, Here here) throws RefusedException {
        Workspace.EndpointRow row = here.row();
        Optional<Login> login = c.endpoint(row.id()).map(EndpointView::login);
        if (login.filter(l -> !l.forbidden().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        return placing(row)
                .flatMap(
                        placement -> {
                            try {
                                List<Action> calls =
                                        placement
                                                .steps(here.cluster().state(), here.moves(), "")
                                                .stream()
                                                .filter(s -> s.by() == Placement.By.RONRON)
                                                .map(Placement.PlacementStep::action)
                                                .toList();
                                return Rights.missing(calls, row.name(), login.get());
                            } catch (ConnectorException refusedAnyway) {
                                return Optional.empty();
                            }
                        });
    }

    private static List<Move> movesIn(Collective c, Cluster cluster, List<MoveNode> moves) {
        Map<String, Move> here = new LinkedHashMap<>();
        for (MoveNode move : moves) {
            c.node(move.nodeId()).stream()
                    .flatMap(n -> n.presences().stream())
                    .filter(
                            p ->
                                    p.endpointId().equals(cluster.endpointId())
                                            && p.cluster().equals(cluster.key()))
                    .filter(p -> p.zone().isEmpty() || p.contradicts(move.zone()))
                    .forEach(p -> here.put(p.key(), new Move(p.key(), move.zone())));
        }
        return List.copyOf(here.values());
    }

    private static Optional<Workspace.EndpointRow> row(List<Heard> connections, String id) {
        return connections.stream().map(Heard::row).filter(r -> r.id().equals(id)).findFirst();
    }

    private Optional<Placement> placing(Workspace.EndpointRow row) throws RefusedException {
        Optional<Connector> connector = ports.connector(row.type());
        if (connector.isEmpty()) {
            return Optional.empty();
        }
        try (Session session =
                ports.connections().open(row, connector.get(), false, Asking.timeout(row))) {
            return session.capability(Placement.class);
        } catch (ConnectorException refused) {
            throw new RefusedException(refused.fault(), refused);
        }
    }
}
