package org.ronron.layout;

import static org.ronron.layout.ClusterLayout.PARTITIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.Forecast;

/** What Garage's layout computation would answer to a change, from what it publishes: counts. */
final class Forecaster {
    private final ClusterLayout before;
    private final ClusterLayout after;
    private final Storage storage;
    private final List<Forecast.Warning> remarks = new ArrayList<>();

    /**
     * @param strangers ids of nodes to be moved that are not in the layout
     */
    Forecaster(ClusterLayout before, ClusterLayout after, List<String> strangers) {
        this.before = before;
        this.after = after;
        this.storage = Storage.of(after);
        strangers.forEach(id -> remark(Remark.NOT_IN_LAYOUT, true, id));
    }

    Forecast forecast() {
        long size = storage.partitionSize();
        impossibilities(size);
        return remarks.isEmpty() ? possible(size) : impossible();
    }

    private void impossibilities(long size) {
        int nodes = storage.nodes().size();
        int zones = storage.zones().size();
        int copies = storage.copies();
        remark(Remark.TOO_FEW_NODES, nodes < copies || copies == 0, nodes);
        remark(Remark.TOO_FEW_ZONES, zones < storage.spread(), zones + " < " + storage.spread());
        remark(Remark.NO_SIZE, remarks.isEmpty() && size == 0, 0);
    }

    private void remark(Remark remark, boolean holds, Object value) {
        if (holds) {
            remarks.add(remark.of(value));
        }
    }

    private Forecast impossible() {
        return new Forecast(
                before.partitionSize() * PARTITIONS,
                0,
                OptionalInt.empty(),
                OptionalLong.empty(),
                true,
                before.zonesToLose(),
                0,
                Map.of(),
                remarks,
                true);
    }

    private Forecast possible(long size) {
        long old = before.partitionSize();
        CopiesToMove moving = moving(size);
        losses(size);
        return new Forecast(
                old * PARTITIONS,
                size * PARTITIONS,
                OptionalInt.of(moving.copies()),
                OptionalLong.of(moving.copies() * Math.max(old, size)),
                moving.exact(),
                before.zonesToLose(),
                after.zonesToLose(),
                moving.perNode(),
                remarks,
                false);
    }

    private CopiesToMove moving(long size) {
        return before.equals(after)
                ? CopiesToMove.none(storage)
                : new MoveEstimate(before, storage, size).copies();
    }

    private void losses(long size) {
        long percent = 100 - size * 100 / Math.max(1, before.partitionSize());
        int safe = after.zonesToLose();
        remark(Remark.SMALLER, percent > 0, percent);
        remark(Remark.FEWER_ZONES, safe < before.zonesToLose(), safe);
        before.nodes().stream()
                .filter(Node::stores)
                .map(Node::zone)
                .distinct()
                .forEach(z -> remark(Remark.ZONE_EMPTY, !storage.zones().containsKey(z), z));
    }
}
