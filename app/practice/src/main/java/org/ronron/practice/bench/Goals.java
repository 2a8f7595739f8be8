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
    private static final double GROWTH = 1.1;

    /**
     * One of them.
     *
     * @param name end of its text's key
     * @param growth whether it is an exponent, else it is a time in ms
     */
    public record Goal(String name, double measured, double most, boolean growth) {
        /** Measured, as a part of what is allowed. */
        public double ratio() {
            return measured / most;
        }

        public boolean met() {
            return growth ? measured <= most : measured < most;
        }
    }

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
                new Goal("firstOpen", judged.firstOpen(), OPEN, false),
                new Goal("open", judged.open(), OPEN, false),
                new Goal("key", judged.key(), KEY, false),
                growth("growthOpen", few, many, Figures::openWork),
                growth("growthKey", few, many, Figures::keyWork));
    }

    /** Of what the FX thread does; waiting for the next frame would hide it. */
    private static Goal growth(
            String name, Figures few, Figures many, ToDoubleFunction<Figures> what) {
        double work = Math.log(what.applyAsDouble(many) / what.applyAsDouble(few));
        double input = Math.log((double) many.spaces() / few.spaces());
        return new Goal(name, work / input, GROWTH, true);
    }
}
