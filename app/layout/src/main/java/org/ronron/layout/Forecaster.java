package org.ronron.layout;

import static org.ronron.layout.ClusterLayout.PARTITIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Forecast;
import org.ronron.api.Move;

/** What Garage's layout computation would answer to a change, from what it publishes: counts. */
final class Forecaster {
    private final ClusterLayout before;
    private final ClusterLayout after;
    private final Storage storage;
    private final Redundancy redundancy;
    private final List<Forecast.Warning> remarks = new ArrayList<>();

    /**
     * @param down ids of nodes that do not answer now
     */
    Forecaster(ClusterLayout before, List<Move> moves, Set<String> down) {
        this.before = before;
        this.after = before.with(before.moved(moves));
        this.storage = Storage.of(after);
        this.redundancy = Redundancy.of(before, after, moves, down);
        moves.stream()
                .map(Move::nodeKey)
                .filter(id -> before.node(id).isEmpty())
                .forEach(id -> remark(Remark.NOT_IN_LAYOUT, true, id));
    }

    /** All of it. */
    Forecast forecast() {
        return forecast(true);
    }

    /** What is there at once: copies to move are left out. */
    Forecast outlook() {
        return forecast(false);
    }

    private Forecast forecast(boolean copies) {
        long size = storage.partitionSize();
        impossibilities(size);
        return remarks.isEmpty() ? possible(size, copies) : impossible();
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
                redundancy.before(),
                redundancy.away(),
                0,
                Map.of(),
                remarks,
                OptionalInt.empty(),
                true);
    }

    private Forecast possible(long size, boolean copies) {
        long old = before.partitionSize();
        Optional<CopiesToMove> moving = copies ? Optional.of(moving(size)) : Optional.empty();
        losses(size);
        return new Forecast(
                old * PARTITIONS,
                size * PARTITIONS,
                moving.map(m -> OptionalInt.of(m.copies())).orElse(OptionalInt.empty()),
                moving.map(m -> OptionalLong.of(m.copies() * Math.max(old, size)))
                        .orElse(OptionalLong.empty()),
                moving.map(CopiesToMove::exact).orElse(false),
                redundancy.before(),
                redundancy.away(),
                redundancy.after(),
                moving.map(CopiesToMove::perNode).orElse(Map.of()),
                remarks,
                OptionalInt.empty(),
                false);
    }

    private CopiesToMove moving(long size) {
        return before.equals(after)
                ? CopiesToMove.none(storage)
                : new Settling(before, storage, size).copies();
    }

    private void losses(long size) {
        long percent = 100 - size * 100 / Math.max(1, before.partitionSize());
        int safe = redundancy.after();
        remark(Remark.SMALLER, percent > 0, percent);
        remark(Remark.FEWER_ZONES, safe < redundancy.before(), safe);
        before.nodes().stream()
                .filter(Node::stores)
                .map(Node::zone)
                .distinct()
                .forEach(z -> remark(Remark.ZONE_EMPTY, !storage.zones().containsKey(z), z));
    }
}
