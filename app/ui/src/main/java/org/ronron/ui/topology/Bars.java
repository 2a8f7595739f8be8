package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.ui.parts.Token;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.Cell;
import org.ronron.ui.topology.map.Pattern;

/** What a node's bars hold: one cell a workload, in the same order in each bar. */
record Bars(Bar memory, Bar cpu, Bar disk) {
    private static final Token[] COLOURS = {Token.BAR_A, Token.BAR_B, Token.BAR_C};

    private static final Comparator<Workload> ORDER =
            Comparator.comparing(Bars::group).thenComparing(Workload::id);

    /** How wide a workload of unknown size is drawn, at most. */
    private static final double UNSIZED = 0.075;

    static Bars of(Node node) {
        List<Workload> order = new ArrayList<>(node.workloads());
        order.sort(ORDER);
        return new Bars(
                bar(order, node.memory(), Workload::memory),
                bar(order, node.cpu(), Workload::cpu),
                disk(node));
    }

    private static Bar bar(
            List<Workload> order, OptionalLong total, Function<Workload, OptionalLong> size) {
        List<Cell> cells = new ArrayList<>(order.size());
        double at = 0;
        for (int i = 0; i < order.size() && at < 1; i++) {
            Workload workload = order.get(i);
            boolean sized = size.apply(workload).isPresent() && total.orElse(0) > 0;
            double share =
                    sized
                            ? size.apply(workload).getAsLong() / (double) total.getAsLong()
                            : Math.min(UNSIZED, 1.0 / order.size());
            double end = Math.min(1, at + share);
            cells.add(cell(workload, at, end, sized));
            at = end;
        }
        return new Bar(cells, Float.NaN, Float.NaN);
    }

    private static Cell cell(Workload of, double from, double to, boolean sized) {
        String group = group(of);
        boolean failed = of.state() == WorkloadFact.State.FAILED;
        boolean steady = of.state() == WorkloadFact.State.RUNNING;
        Token plain = sized ? COLOURS[Math.floorMod(group.hashCode(), 3)] : Token.BAR_SYSTEM;
        Pattern pattern = sized && steady ? Pattern.SOLID : Pattern.STRIPES;
        return new Cell(
                (float) from,
                (float) to,
                failed ? Token.BAR_FAILED : plain,
                failed ? Pattern.CROSS : pattern,
                of.id(),
                group);
    }

    private static Bar disk(Node node) {
        if (node.disk().isEmpty() || node.diskFree().isEmpty() || node.disk().getAsLong() <= 0) {
            return Bar.NONE;
        }
        double used = 1 - node.diskFree().getAsLong() / (double) node.disk().getAsLong();
        return Bar.filled(Math.clamp(used, 0, 1), Token.BAR_SYSTEM);
    }

    /** What the siblings of a workload share: its group, else its name. */
    static String group(Workload workload) {
        return workload.group().orElse(workload.name());
    }
}
