package org.ronron.practice.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ronron.practice.bench.SpacesBench.Figures;

/** What the page of spaces has to hold to, and what was measured; pure. */
public final class Goals {
    /** Goals of time are judged here. */
    public static final int JUDGED = 10_000;

    private static final double OPEN = 300;
    private static final double KEY = 50;

    private Goals() {}

    /**
     * Judged at {@link #JUDGED}, or at the middle one where that was not measured.
     *
     * @param figures by rising number of spaces, at least two
     */
    public static List<Goal> of(List<Figures> figures) {
        Figures judged =
                figures.stream()
                        .filter(f -> f.spaces() == JUDGED)
                        .findFirst()
                        .orElse(figures.get(figures.size() / 2));
        Figures few = figures.getFirst();
        Figures many = figures.getLast();
        return List.of(
                new Goal("firstOpen", judged.firstOpen(), OPEN, Goal.Unit.MS),
                new Goal("open", judged.open(), OPEN, Goal.Unit.MS),
                new Goal("key", judged.key(), KEY, Goal.Unit.MS),
                growth("growthOpen", few, many, Figures::openWork),
                growth("growthKey", few, many, Figures::keyWork));
    }

    /** Of what the FX thread does; waiting for the next frame would hide it. */
    private static Goal growth(
            String name, Figures few, Figures many, ToDoubleFunction<Figures> what) {
        double work = what.applyAsDouble(many) / what.applyAsDouble(few);
        return Goal.growth(name, work, (double) many.spaces() / few.spaces());
    }
}
