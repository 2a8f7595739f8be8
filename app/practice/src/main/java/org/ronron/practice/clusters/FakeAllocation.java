package org.ronron.practice.clusters;

import java.util.List;

/**
 * An allocation, as {@code GET /v1/allocations?resources=true&task_states=false} of Nomad 1.6 tells
 * it.
 *
 * @param json its row
 */
record FakeAllocation(String id, String json) {
    /**
     * What is to be placed.
     *
     * @param memory MB
     * @param cpu MHz
     * @param tasks the main one, perhaps with one beside it
     */
    record Ask(FakeJob job, String group, int memory, int cpu, List<String> tasks) {
        private double part(int task) {
            return task > 0 ? 0.2 : tasks.size() > 1 ? 0.8 : 1;
        }

        private String resources(int number) {
            StringBuilder asked = new StringBuilder("{\"Tasks\":{");
            StringBuilder cycles = new StringBuilder("},\"TaskLifecycles\":{");
            for (int i = 0; i < tasks.size(); i++) {
                String name = (i > 0 ? ",\"" : "\"") + tasks.get(i) + "\":";
                long most = i > 0 || number % 3 != 0 ? 0 : Math.round(memory * 1.5);
                asked.append(name)
                        .append("{\"Cpu\":{\"CpuShares\":")
                        .append(Math.max(1, Math.round(cpu * part(i))))
                        .append(",\"ReservedCores\":null},\"Memory\":{\"MemoryMB\":")
                        .append(Math.max(1, Math.round(memory * part(i))))
                        .append(",\"MemoryMaxMB\":")
                        .append(most)
                        .append("},\"Networks\":null,\"Devices\":null}");
                cycles.append(name)
                        .append(i > 0 ? "{\"Hook\":\"prestart\",\"Sidecar\":true}" : "null");
            }
            return asked.append(cycles).append("},\"Shared\":{\"Networks\":").toString();
        }
    }

    static FakeAllocation draw(Draws draws, Ask ask, int number, FakeMachine on, boolean pending) {
        FakeJob job = ask.job();
        long made = draws.next();
        long second = Draws.NOW - draws.below(3_000_000);
        String resources = ask.resources(number) + shared(draws, on.address());
        job.count(ask.group(), pending);
        String id = draws.uuid();
        String evaluation = draws.uuid();
        String health =
                job.service() && !pending
                        ? "{\"Healthy\":true,\"Timestamp\":\""
                                + draws.time(second + 20)
                                + "\",\"Canary\":false,\"ModifyIndex\":"
                                + (made + 6)
                                + "}"
                        : "null";
        String json =
                "{\"ID\":\""
                        + id
                        + "\",\"EvalID\":\""
                        + evaluation
                        + "\",\"Name\":\""
                        + job.id
                        + "."
                        + ask.group()
                        + "["
                        + (job.system() ? 0 : number)
                        + "]\",\"Namespace\":\""
                        + job.namespace
                        + "\",\"NodeID\":\""
                        + on.id()
                        + "\",\"NodeName\":\""
                        + on.name()
                        + "\",\"JobID\":\""
                        + job.id
                        + "\",\"JobType\":\""
                        + job.type
                        + "\",\"JobVersion\":"
                        + job.version
                        + ",\"TaskGroup\":\""
                        + ask.group()
                        + "\",\"AllocatedResources\":"
                        + resources
                        + ",\"DesiredStatus\":\"run\",\"DesiredDescription\":\"\",\"ClientStatus\":\""
                        + (pending ? "pending" : "running")
                        + "\",\"ClientDescription\":\""
                        + (pending ? "No tasks have started" : "Tasks are running")
                        + "\",\"DesiredTransition\":{\"Migrate\":null,\"Reschedule\":null,"
                        + "\"ForceReschedule\":null,\"NoShutdownDelay\":null},\"TaskStates\":null,"
                        + "\"DeploymentStatus\":"
                        + health
                        + ",\"FollowupEvalID\":\"\",\"NextAllocation\":\"\",\"RescheduleTracker\":null,"
                        + "\"PreemptedAllocations\":null,\"PreemptedByAllocation\":\"\",\"CreateIndex\":"
                        + made
                        + ",\"ModifyIndex\":"
                        + (made + 6)
                        + ",\"CreateTime\":"
                        + second
                        + "000000000,\"ModifyTime\":"
                        + (second + 20)
                        + "000000000}";
        return new FakeAllocation(id, json);
    }

    /** What its tasks have together: perhaps a port. */
    private static String shared(Draws draws, String address) {
        if (!draws.luck(0.6)) {
            return "null,\"DiskMB\":300,\"Ports\":null}}";
        }
        String port =
                "{\"Label\":\"http\",\"Value\":" + (20_000 + draws.below(12_000)) + ",\"To\":8080,";
        return "[{\"Mode\":\"bridge\",\"Device\":\"eth0\",\"CIDR\":\"\",\"IP\":\""
                + address
                + "\",\"MBits\":0,\"DNS\":null,\"ReservedPorts\":null,\"DynamicPorts\":["
                + port
                + "\"HostNetwork\":\"default\"}]}],\"DiskMB\":300,\"Ports\":["
                + port
                + "\"HostIP\":\""
                + address
                + "\"}]}}";
    }
}
