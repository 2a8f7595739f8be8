package org.ronron.layout.work;

/**
 * What the tasks of one instance ask for, by when they run. Not all run at one time: a scheduler
 * keeps what the most of them need together.
 */
public final class Tasks {
    /** When a task runs. */
    public enum When {
        BEFORE,
        MAIN,
        AFTER,
        /** From before the main ones until after them. */
        BESIDE
    }

    private final long[] sums = new long[When.values().length];

    /** One task more. */
    public void add(When when, long asked) {
        sums[when.ordinal()] += asked;
    }

    /** The most that runs at one time. */
    public long most() {
        long before = sums[When.BEFORE.ordinal()];
        long main = sums[When.MAIN.ordinal()];
        long after = sums[When.AFTER.ordinal()];
        return Math.max(before, Math.max(main, after)) + sums[When.BESIDE.ordinal()];
    }
}
