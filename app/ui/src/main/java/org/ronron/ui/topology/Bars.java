package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.ui.parts.Token;

/** What a node's bars hold: one cell a workload, in the same order in each bar. */
record Bars(List<Cell> memory, List<Cell> cpu, List<Cell> disk) {
    private static final Token[] COLOURS = {Token.BAR_A, Token.BAR_B, Token.BAR_C};

    /** How wide a workload of unknown size is drawn, at most. */
    private static final double UNSIZED = 0.075;

    static Bars of(Node node) {
        List<Workload> order =
                node.workloads().stream()
                        .sorted(Comparator.comparing(Bars::group).thenComparing(Workload::id))
                        .toList();
        return new Bars(
                cells(order, node, Resource.MEMORY), cells(order, node, Resource.CPU), disk(node));
    }

    /** Of what services can have: what is kept for the machine itself is no room. */
    private static List<Cell> cells(List<Workload> order, Node node, Resource resource) {
        OptionalLong total = node.offered(resource);
        List<Cell> cells = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < order.size() && at < 1; i++) {
            Workload workload = order.get(i);
            OptionalLong size = resource.of(workload);
            boolean sized = size.isPresent() && total.orElse(0) > 0;
            double share =
                    sized
                            ? size.getAsLong() / (double) total.getAsLong()
                            : Math.min(UNSIZED, 1.0 / order.size());
            double end = Math.min(1, at + share);
            cells.add(cell(workload, at, end, sized, Math.floorMod(group(workload).hashCode(), 3)));
            at = end;
        }
        return List.copyOf(cells);
    }

    private static Cell cell(Workload of, double from, double to, boolean sized, int colour) {
        boolean steady = of.state() == WorkloadFact.State.RUNNING;
        Token token = failed(of) ? Token.BAR_FAILED : sized ? COLOURS[colour] : Token.BAR_SYSTEM;
        return new Cell(from, to, token, !sized || !steady, group(of));
    }

    static boolean failed(Workload of) {
        return of.state() == WorkloadFact.State.FAILED || of.state() == WorkloadFact.State.LOST;
    }

    private static List<Cell> disk(Node node) {
        if (node.disk().isEmpty() || node.diskFree().isEmpty() || node.disk().getAsLong() <= 0) {
            return List.of();
        }
        double used = 1 - node.diskFree().getAsLong() / (double) node.disk().getAsLong();
        return List.of(new Cell(0, Math.clamp(used, 0, 1), Token.BAR_SYSTEM, false, ""));
    }

    /** What the siblings of a workload share: its group, else its name. */
    static String group(Workload workload) {
        return workload.group().orElse(workload.name());
    }
}
