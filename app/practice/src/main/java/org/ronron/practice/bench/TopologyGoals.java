package org.ronron.practice.bench;

import java.util.List;
import org.ronron.practice.bench.Goal.Unit;

/** What the topology has to hold to with 1,000 machines and 20,000 workloads; pure. */
public final class TopologyGoals {
    private static final double LOAD = 500;
    private static final double FRAME = 12;
    private static final double PULSES = 58;
    private static final double AT_ONCE = 16;
    private static final double MEMORY = 120;

    private TopologyGoals() {}

    /**
     * Whether they are met.
     *
     * @param few of the smallest cluster, for growth
     * @param judged of the one that is judged
     * @param many of the biggest
     * @param memory MB over a bare window
     */
    public static List<Goal> of(
            TopologyFigures few, TopologyFigures judged, TopologyFigures many, double memory) {
        double input = (double) many.size().allocations() / few.size().allocations();
        return List.of(
                new Goal("load", judged.load(), LOAD, Unit.MS),
                frame(judged.frameWorst()),
                pulses(judged.pulses()),
                new Goal("change", judged.change(), AT_ONCE, Unit.MS),
                new Goal("click", judged.click(), AT_ONCE, Unit.MS),
                new Goal("memory", memory, MEMORY, Unit.MB),
                Goal.growth("growthRead", many.read() / few.read(), input),
                Goal.growth("growthPicture", many.picture() / few.picture(), input));
    }

    /**
     * A frame while panning and zooming.
     *
     * @param most ms that 99 of 100 stay below
     */
    public static Goal frame(double most) {
        return new Goal("frame", most, FRAME, Unit.MS);
    }

    /** Frames a second while panning and zooming. */
    public static Goal pulses(double inASecond) {
        return new Goal("pulses", inASecond, PULSES, Unit.RATE);
    }
}
