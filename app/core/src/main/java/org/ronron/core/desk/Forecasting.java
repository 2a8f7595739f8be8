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
import org.ronron.api.Login;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Node;
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
     * @param moves one a machine
     * @param connections of the same moment as the picture
     */
    Staging.MoveForecast of(Collective c, List<Heard> connections, List<MoveNode> moves)
            throws RefusedException {
        List<Staging.Refusal> refusals = new ArrayList<>();
        List<MoveNode> possible = new ArrayList<>();
        for (MoveNode move : moves) {
            Optional<Node> node = c.node(move.nodeId());
            Optional<String> reason = node.flatMap(Node::immovable);
            if (reason.isPresent()) {
                refusals.add(
                        new Staging.Refusal(
                                move.nodeId(), node.orElseThrow().name(), reason.get()));
            } else if (node.isPresent()) {
                possible.add(move);
            }
        }
        List<Plan.ClusterForecast> clusters = new ArrayList<>();
        List<Fault> missing = new ArrayList<>();
        for (Cluster cluster : c.clusters()) {
            List<Move> here = movesIn(c, cluster, possible);
            Optional<Workspace.EndpointRow> row = row(connections, cluster.endpointId());
            if (!here.isEmpty() && row.isPresent()) {
                missing(c, row.get(), cluster, here).ifPresent(missing::add);
                forecast(row.get(), cluster, here)
                        .ifPresent(
                                f ->
                                        clusters.add(
                                                new Plan.ClusterForecast(
                                                        cluster.endpointId(),
                                                        row.get().type(),
                                                        cluster.name(),
                                                        f)));
            }
        }
        List<Node> nodes = possible.stream().flatMap(m -> c.node(m.nodeId()).stream()).toList();
        CutOffs cutOff = CutOffs.of(nodes, carried(c, possible), clusters);
        return new Staging.MoveForecast(
                clusters, refusals, cutOff.who(), cutOff.services(), missing);
    }

    /** What each cluster that stores data is like with nothing moved. */
    List<Plan.ClusterForecast> standing(Collective c, List<Heard> connections)
            throws RefusedException {
        List<Plan.ClusterForecast> clusters = new ArrayList<>();
        for (Cluster cluster : c.clusters()) {
            Optional<Workspace.EndpointRow> row = row(connections, cluster.endpointId());
            if (row.isPresent()) {
                forecast(row.get(), cluster, List.of())
                        .filter(Forecast::stores)
                        .ifPresent(
                                f ->
                                        clusters.add(
                                                new Plan.ClusterForecast(
                                                        cluster.endpointId(),
                                                        row.get().type(),
                                                        cluster.name(),
                                                        f)));
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
    private Optional<Fault> missing(
            Collective c, Workspace.EndpointRow row, Cluster cluster, List<Move> moves)
            throws RefusedException {
        Optional<Login> login = c.endpoint(row.id()).map(EndpointView::login);
        if (login.filter(l -> !l.forbidden().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        return placing(row)
                .flatMap(
                        placement -> {
                            try {
                                List<Action> calls =
                                        placement.steps(cluster.state(), moves, "").stream()
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

    private Optional<Forecast> forecast(
            Workspace.EndpointRow row, Cluster cluster, List<Move> moves) throws RefusedException {
        return placing(row).map(placement -> placement.forecast(cluster.state(), moves));
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
