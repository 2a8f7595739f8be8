package org.ronron.plugin.nomad;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Json;
import org.ronron.api.WorkloadFact;
import org.ronron.api.WorkloadFact.State;
import org.ronron.layout.work.Labels;
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
    private OptionalLong together(String kind, long unit, String... members) {
        Json.Obj resources = row.object("AllocatedResources");
        Json.Obj cycles = resources.object("TaskLifecycles");
        return counted(unit * Tasks.most(resources.object("Tasks"), cycles, kind, members));
    }

    private OptionalLong counted(long size) {
        return live(row) ? OptionalLong.of(size) : OptionalLong.empty();
    }

    WorkloadFact fact() {
        State state =
                switch (row.word("ClientStatus")) {
                    case "running" -> State.RUNNING;
                    case "pending" -> State.STARTING;
                    case "lost" -> State.LOST;
                    default -> State.UNKNOWN;
                };
        OptionalLong memory = together("Memory", Client.MIB, "MemoryMB");
        OptionalLong most = together("Memory", Client.MIB, "MemoryMB", "MemoryMaxMB");
        OptionalLong more = most.equals(memory) ? OptionalLong.empty() : most;
        long disk = row.object("AllocatedResources").object("Shared").number("DiskMB").orElse(0L);
        Optional<String> job = Optional.of(job(row, "JobID"));
        Labels labels = new Labels().of(row, "namespace", "Namespace", "jobType", "JobType");
        labels.of(row, "taskGroup", "TaskGroup");
        return WorkloadFact.of(row.word("ID"), row.word("NodeID"), row.word("Name"), job, state)
                .reserving(memory, together("Cpu", 1, "CpuShares"), counted(disk * Client.MIB))
                .withMemory(more, OptionalLong.empty())
                .withLabels(labels.all());
    }
}
