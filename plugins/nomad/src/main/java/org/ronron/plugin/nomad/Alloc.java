package org.ronron.plugin.nomad;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Json;
import org.ronron.api.WorkloadFact;
import org.ronron.api.WorkloadFact.State;
import org.ronron.layout.work.Tasks;

/** One allocation, as a list or an event tells it. */
record Alloc(Json.Obj row) {
    /** What the scheduler counts, and what keeps a machine from being empty. */
    private static final Set<String> LIVE = Set.of("running", "pending", "unknown");

    /** What people call a job: its id, behind its namespace where that is not the usual one. */
    static String job(Json.Obj row, String id) {
        String namespace = row.text("Namespace").orElse("default");
        return (namespace.equals("default") ? "" : namespace + "/") + row.word(id);
    }

    static boolean live(Json.Obj row) {
        return LIVE.contains(row.word("ClientStatus"));
    }

    /** Not what has ended, nor what was lost and has another in its place. */
    static boolean shown(Json.Obj row) {
        boolean lost = row.word("ClientStatus").equals("lost");
        return live(row) || lost && row.word("NextAllocation").isEmpty();
    }

    /**
     * The most that runs at one time, as the scheduler counts ({@code Comparable} of an
     * allocation's resources), and not the sum of all tasks. What was lost counts no more.
     */
    private OptionalLong together(String kind, String member, long unit) {
        Json.Obj resources = row.object("AllocatedResources");
        Json.Obj tasks = resources.object("Tasks");
        Tasks sum = new Tasks();
        for (String task : tasks.members().keySet()) {
            Json.Obj cycle = resources.object("TaskLifecycles").object(task);
            boolean beside = cycle.bool("Sidecar").orElse(false);
            Tasks.When when =
                    switch (cycle.word("Hook")) {
                        case "prestart" -> beside ? Tasks.When.BESIDE : Tasks.When.BEFORE;
                        case "poststop" -> Tasks.When.AFTER;
                        default -> Tasks.When.MAIN;
                    };
            sum.add(when, tasks.object(task).object(kind).number(member).orElse(0L));
        }
        return live(row) ? OptionalLong.of(sum.most() * unit) : OptionalLong.empty();
    }

    WorkloadFact fact() {
        State state =
                switch (row.word("ClientStatus")) {
                    case "running" -> State.RUNNING;
                    case "pending" -> State.STARTING;
                    case "lost" -> State.LOST;
                    default -> State.UNKNOWN;
                };
        OptionalLong memory = together("Memory", "MemoryMB", 1 << 20);
        OptionalLong cpu = together("Cpu", "CpuShares", 1);
        Optional<String> job = Optional.of(job(row, "JobID"));
        return new WorkloadFact(
                row.word("ID"), row.word("NodeID"), row.word("Name"), job, state, memory, cpu);
    }
}
