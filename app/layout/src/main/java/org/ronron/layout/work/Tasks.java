package org.ronron.layout.work;

import java.util.stream.Stream;
import org.ronron.api.Json;

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

    /**
     * The most that tasks ask for at one time.
     *
     * @param tasks by name, each with an object {@code kind} that says how much it asks for
     * @param cycles by the same names: {@code Hook} is {@code prestart}, {@code poststop} or none,
     *     {@code Sidecar} says whether it stays beside the main ones
     * @param members of {@code kind}; the largest counts
     */
    public static long most(Json.Obj tasks, Json.Obj cycles, String kind, String... members) {
        Tasks sum = new Tasks();
        for (String task : tasks.members().keySet()) {
            Json.Obj asked = tasks.object(task).object(kind);
            sum.add(
                    when(cycles.object(task)),
                    Stream.of(members).mapToLong(m -> asked.number(m).orElse(0L)).max().orElse(0));
        }
        return sum.most();
    }

    private static When when(Json.Obj cycle) {
        boolean beside = cycle.bool("Sidecar").orElse(false);
        return switch (cycle.word("Hook")) {
            case "prestart" -> beside ? When.BESIDE : When.BEFORE;
            case "poststop" -> When.AFTER;
            default -> When.MAIN;
        };
    }
}
