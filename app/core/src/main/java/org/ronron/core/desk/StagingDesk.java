package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Node;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.ServeNode;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** Wished moves, kept on the disk with each gesture: a kill loses none. */
final class StagingDesk implements Staging {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Asking asking;
    private final Forecasting forecasting;
    private final Carrying carrying;

    StagingDesk(DeskPorts ports, DeskLoop loop, Table table, Asking asking, Carrying carrying) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.asking = asking;
        this.forecasting = new Forecasting(ports);
        this.carrying = carrying;
    }

    /** What a plan is made from. */
    private record Wished(Collective picture, List<NodeChange> changes) {}

    /** What a forecast is made from, taken in one moment. */
    private record Basis(Collective picture, List<Heard> connections, List<MoveNode> moves) {}

    @Override
    public CompletableFuture<MoveForecast> forecast(List<MoveNode> moves) {
        return loop.act(
                        () -> {
                            Collective picture = picture();
                            List<MoveNode> all =
                                    table.staged.and("", moves).moves(picture).stream()
                                            .filter(MoveNode.class::isInstance)
                                            .map(MoveNode.class::cast)
                                            .toList();
                            return new Basis(picture, table.connections(), all);
                        })
                .thenCompose(
                        b ->
                                loop.away(
                                        () ->
                                                forecasting.of(
                                                        b.picture(), b.connections(), b.moves())));
    }

    @Override
    public CompletableFuture<List<Plan.ClusterForecast>> standing() {
        return loop.act(() -> new Basis(picture(), table.connections(), List.of()))
                .thenCompose(
                        b -> loop.away(() -> forecasting.standing(b.picture(), b.connections())));
    }

    @Override
    public CompletableFuture<Void> stage(List<? extends NodeChange> changes) {
        return loop.write(
                () -> {
                    check(picture(), changes);
                    save(table.staged.and(ports.ids().next(), changes));
                });
    }

    @Override
    public void unstageLast() {
        loop.write(() -> save(table.staged.withoutLast()));
    }

    @Override
    public void discardStaged() {
        loop.write(() -> save(Staged.NONE));
    }

    /** What an operation has taken up is not wished any more. State thread. */
    void taken(String operationId, List<Change> moves) throws RefusedException, StorageException {
        save(table.staged.without(operationId, moves));
    }

    @Override
    public CompletableFuture<Plan> review() {
        return loop.act(this::askAgain)
                .thenCompose(asked -> asked)
                .thenCompose(
                        asked ->
                                loop.act(
                                        () -> {
                                            Collective picture = picture();
                                            List<NodeChange> moves = table.staged.moves(picture);
                                            refuseSilent(moves, picture);
                                            return new Wished(picture, moves);
                                        }))
                .thenCompose(b -> loop.away(() -> carrying.plan(b.picture(), b.changes())));
    }

    private CompletableFuture<Void> askAgain() throws RefusedException {
        Collective picture = picture();
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        for (String endpoint : concerned(table.staged.moves(picture), picture)) {
            table.heard(endpoint).ifPresent(h -> asked.add(asking.one(h.row())));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new));
    }

    private void refuseSilent(List<NodeChange> moves, Collective picture) throws RefusedException {
        for (String endpoint : concerned(moves, picture)) {
            Optional<Heard> heard = table.heard(endpoint);
            if (heard.flatMap(Heard::fault).isPresent()) {
                throw new RefusedException(heard.get().fault().orElseThrow());
            }
        }
    }

    private static Set<String> concerned(List<NodeChange> moves, Collective picture) {
        Set<String> endpoints = new LinkedHashSet<>();
        for (NodeChange move : moves) {
            picture.node(move.nodeId()).stream()
                    .flatMap(n -> n.presences().stream())
                    .filter(p -> !p.cluster().isEmpty() || p.labels().containsKey("config.file"))
                    .forEach(p -> endpoints.add(p.endpointId()));
        }
        return endpoints;
    }

    /** No system places a machine that is in no cluster: its zone is a word of ours, no change. */
    private static void check(Collective picture, List<? extends NodeChange> changes)
            throws RefusedException {
        Map<String, NodeChange> wished = new HashMap<>();
        for (NodeChange change : changes) {
            Node node =
                    picture.node(change.nodeId())
                            .orElseThrow(() -> Refuse.cannotMove(change.nodeId(), "gone"));
            switch (change) {
                case MoveNode move -> check(node, move);
                case ServeNode serve -> check(node, serve);
            }
            NodeChange before = wished.put(node.id(), change);
            if (before != null && !before.equals(change)) {
                throw Refuse.of(OwnError.CONFLICTING, "", "node", node.name());
            }
        }
    }

    private static void check(Node node, ServeNode serve) throws RefusedException {
        if (node.serves(serve.serves())
                || node.presences().stream().noneMatch(Node.Presence::places)) {
            throw Refuse.of(OwnError.NOTHING_TO_DO, "", "node", node.name());
        }
    }

    private static void check(Node node, MoveNode move) throws RefusedException {
        if (node.immovable().isPresent()) {
            throw Refuse.cannotMove(node.name(), node.immovable().get());
        }
        boolean placed =
                node.presences().stream().anyMatch(p -> !p.cluster().isEmpty())
                        || !node.owner().isEmpty()
                        || node.presences().stream()
                                .anyMatch(p -> p.labels().containsKey("config.file"));
        if (!placed) {
            throw Refuse.of(OwnError.NOTHING_TO_DO, "", "node", node.name());
        }
        if (move.zone().isBlank()) {
            throw Refuse.setting("zone", move.zone());
        }
    }

    private void save(Staged next) throws RefusedException, StorageException {
        if (next.equals(table.staged)) {
            return;
        }
        ports.workspace()
                .saveEdit(
                        new Journal.ModelEdit(
                                table.row().id(), Staged.KIND, Staged.SUBJECT, next.write()),
                        Optional.empty());
        table.staged = next;
    }

    private Collective picture() throws RefusedException {
        return table.picture(ports.clock().instant())
                .orElseThrow(() -> Refuse.internal("no collective is open"));
    }
}
