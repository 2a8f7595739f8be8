package org.ronron.practice.nomad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * What one job asks for, with one task group of its own name.
 *
 * @param count instances; of a system job, one on each machine that it may run on
 * @param datacenters as in the job's file: names, or patterns with {@code *}
 * @param lostAfter how long an instance may be unreachable before another takes its place
 */
record Job(
        String namespace,
        String id,
        String type,
        int count,
        List<String> datacenters,
        List<Task> tasks,
        Optional<Duration> lostAfter) {
    /**
     * @param hook {@code prestart} or {@code poststop}; empty for a main task
     */
    record Task(String name, int memory, int cpu, String hook, boolean sidecar) {}

    private static final List<String> ANYWHERE = List.of("*");

    /** What the practice cluster runs; after the jobs of the captures. */
    static final List<Job> ALL =
            List.of(
                    service("web", 3, ANYWHERE, 128),
                    new Job(
                            "default",
                            "matrix",
                            "service",
                            1,
                            ANYWHERE,
                            List.of(
                                    new Task("synapse", 512, 500, "", false),
                                    new Task("cleanup", 100, 50, "poststop", false),
                                    new Task("init-db", 200, 300, "prestart", false),
                                    new Task("proxy", 32, 50, "prestart", true)),
                            Optional.empty()),
                    new Job(
                            "default",
                            "tolerant",
                            "service",
                            1,
                            ANYWHERE,
                            List.of(new Task("tolerant", 64, 100, "", false)),
                            Optional.of(Duration.ofSeconds(90))),
                    service("pinned", 1, List.of("dathomir"), 256),
                    system("node-exporter"),
                    new Job(
                            "prod",
                            "cryptpad",
                            "service",
                            1,
                            ANYWHERE,
                            List.of(new Task("cryptpad", 300, 200, "", false)),
                            Optional.empty()));

    private static Job service(String id, int count, List<String> datacenters, int memory) {
        List<Task> one = List.of(new Task(id, memory, 200, "", false));
        return new Job("default", id, "service", count, datacenters, one, Optional.empty());
    }

    private static Job system(String id) {
        List<Task> one = List.of(new Task(id, 32, 50, "", false));
        return new Job("default", id, "system", 1, ANYWHERE, one, Optional.empty());
    }

    boolean everywhere() {
        return type.equals("system");
    }

    boolean allows(String datacenter) {
        return datacenters.stream().anyMatch(d -> d.equals("*") || d.equals(datacenter));
    }

    /** The memory of all tasks that run together, in MiB. */
    int memory() {
        return tasks.stream()
                .filter(task -> task.hook().isEmpty() || task.sidecar())
                .mapToInt(Task::memory)
                .sum();
    }

    Json.Obj resources() {
        Json.Obj cycles = Json.obj();
        Json.Obj asked = Json.obj();
        for (Task task : tasks) {
            Json cycle =
                    task.hook().isEmpty()
                            ? Json.Null.NULL
                            : Json.obj()
                                    .with("Hook", task.hook())
                                    .with("Sidecar", Json.of(task.sidecar()));
            cycles = cycles.with(task.name(), cycle);
            Json.Obj cpu = Json.obj().with("CpuShares", task.cpu());
            Json.Obj memory = Json.obj().with("MemoryMB", task.memory());
            asked =
                    asked.with(
                            task.name(),
                            Json.obj()
                                    .with("Cpu", cpu.with("ReservedCores", Json.Null.NULL))
                                    .with("Devices", Json.Null.NULL)
                                    .with("Memory", memory.with("MemoryMaxMB", 0))
                                    .with("Networks", Json.Null.NULL));
        }
        Json.Obj shared = Json.obj().with("DiskMB", 50).with("Networks", Json.Null.NULL);
        return Json.obj()
                .with("Shared", shared.with("Ports", Json.Null.NULL))
                .with("TaskLifecycles", cycles)
                .with("Tasks", asked);
    }

    Json.Obj row() {
        return Shapes.JOB
                .with("CreateIndex", 39)
                .with("Datacenters", Json.texts(datacenters))
                .with("ID", id)
                .with("JobModifyIndex", 39)
                .with("JobSummary", Json.obj().with("JobID", id).with("Namespace", namespace))
                .with("ModifyIndex", 60)
                .with("Name", id)
                .with("Namespace", namespace)
                .with("Type", type);
    }
}
