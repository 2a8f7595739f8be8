package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.ui.parts.Token;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.Cell;
import org.ronron.ui.topology.map.Pattern;

/**
 * What a node's bars hold, each as long as the whole machine: one cell a workload, in the same
 * order in each bar, what is free, and at the right end what is kept for the machine itself.
 */
record Bars(Bar memory, Bar cpu, Bar disk) {
    private static final Token[] COLOURS = {Token.BAR_A, Token.BAR_B, Token.BAR_C};

    /** How wide a workload of unknown size is drawn, at most. */
    private static final double UNSIZED = 0.075;

    /** How wide one is drawn that reserves nothing any more. */
    private static final double ENDED = 0.03;

    static Bars of(Node node) {
        List<Workload> order = new ArrayList<>(node.workloads());
        order.sort(Bars::inOrder);
        return new Bars(
                bar(order, node, Resource.MEMORY),
                bar(order, node, Resource.CPU),
                disk(order, node));
    }

    /**
     * What counts first, then by group, then by id; written out, since cards are sorted by
     * hundreds.
     */
    private static int inOrder(Workload one, Workload other) {
        int counting = Boolean.compare(other.counts(), one.counts());
        int group = counting == 0 ? group(one).compareTo(group(other)) : counting;
        return group == 0 ? one.id().compareTo(other.id()) : group;
    }

    private static Bar bar(List<Workload> order, Node node, Resource resource) {
        double total = resource.of(node).orElse(0);
        double kept = total > 0 ? Math.min(1, resource.kept(node).orElse(0) / total) : 0;
        List<Cell> cells = new ArrayList<>(order.size() + 2);
        double at = 0;
        for (int i = 0; i < order.size() && at < 1; i++) {
            Workload workload = order.get(i);
            OptionalLong size = resource.of(workload);
            boolean sized = size.isPresent() && total > 0;
            double share = sized ? size.getAsLong() / total : Math.min(UNSIZED, 1.0 / order.size());
            double end = Math.min(1, at + (workload.counts() ? share : Math.min(ENDED, share)));
            cells.add(cell(workload, at, end, sized));
            at = end;
        }
        float beyond = resource == Resource.MEMORY ? most(order, total) : Float.NaN;
        if (kept > 0 && at < 1) {
            double from = Math.max(at, 1 - kept);
            cells.add(part(at, from, Token.BAR_FREE, Pattern.SOLID));
            cells.add(part(from, 1, Token.BAR_SYSTEM, Pattern.DOTS));
        }
        return new Bar(cells, used(node, resource, total), beyond);
    }

    private static Cell part(double from, double to, Token colour, Pattern pattern) {
        return new Cell((float) from, (float) to, colour, pattern, "", "");
    }

    private static float used(Node node, Resource resource, double total) {
        OptionalLong used = resource.used(node);
        return used.isPresent() && total > 0 ? (float) (used.getAsLong() / total) : Float.NaN;
    }

    /** Up to where the limits reach, all taken together. */
    private static float most(List<Workload> order, double total) {
        double sum = 0;
        boolean any = false;
        for (Workload workload : order) {
            long reserved = workload.counts() ? workload.memory().orElse(0) : 0;
            long most = workload.counts() ? workload.memoryMost().orElse(reserved) : 0;
            any |= most > reserved;
            sum += Math.max(most, reserved);
        }
        return any && total > 0 ? (float) (sum / total) : Float.NaN;
    }

    private static Cell cell(Workload of, double from, double to, boolean sized) {
        String group = group(of);
        boolean steady = of.state() == WorkloadFact.State.RUNNING;
        Token plain = sized ? COLOURS[Math.floorMod(group.hashCode(), 3)] : Token.BAR_SYSTEM;
        Pattern pattern = sized && steady ? Pattern.SOLID : Pattern.STRIPES;
        return new Cell(
                (float) from,
                (float) to,
                failed(of) ? Token.BAR_FAILED : plain,
                failed(of) ? Pattern.CROSS : pattern,
                of.id(),
                group);
    }

    static boolean failed(Workload of) {
        return of.state() == WorkloadFact.State.FAILED || of.state() == WorkloadFact.State.LOST;
    }

    /** Where a scheduler reserves of it, as the others; else only what is in use is known. */
    private static Bar disk(List<Workload> order, Node node) {
        if (node.disk().orElse(0) <= 0) {
            return Bar.NONE;
        }
        if (node.reserved(Resource.DISK).orElse(0) > 0) {
            return bar(order, node, Resource.DISK);
        }
        OptionalLong used = Resource.DISK.used(node);
        return used.isEmpty()
                ? Bar.NONE
                : Bar.filled(
                        Math.clamp(used.getAsLong() / (double) node.disk().getAsLong(), 0, 1),
                        Token.BAR_SYSTEM);
    }

    /** What the siblings of a workload share: its group, else its name. */
    static String group(Workload workload) {
        return workload.group().orElse(workload.name());
    }
}
