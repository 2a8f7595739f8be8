package org.ronron.practice.bench;

/**
 * Something that a bench holds the window to, and what was measured.
 *
 * @param name end of its text's key
 * @param bound what is allowed
 */
public record Goal(String name, double measured, double bound, Unit unit) {
    private static final double GROWTH = 1.1;

    /** What is counted, and from which side it is judged. */
    public enum Unit {
        /** Milliseconds, below the bound. */
        MS("bench.ms"),
        /** How the work grows with the input; at most the bound. */
        EXPONENT("bench.exponent"),
        /** 1,000,000 bytes, at most the bound. */
        MB("bench.mb"),
        /** In a second, at least the bound. */
        RATE("bench.rate");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        /** Key of the text that says a figure {@code n} of it. */
        public String text() {
            return text;
        }
    }

    /**
     * The exponent of growth, from few to many.
     *
     * @param work so many times as much
     * @param input for so many times as much of it
     */
    static Goal growth(String name, double work, double input) {
        return new Goal(name, Math.log(work) / Math.log(input), GROWTH, Unit.EXPONENT);
    }

    /** Measured, as a part of what is allowed; below 1 is good. */
    public double ratio() {
        return unit == Unit.RATE ? bound / measured : measured / bound;
    }

    public boolean met() {
        return switch (unit) {
            case MS -> measured < bound;
            case EXPONENT, MB -> measured <= bound;
            case RATE -> measured >= bound;
        };
    }
}
