package org.ronron.practice.clusters;

import java.util.LinkedHashMap;
import java.util.Map;

/** A job, as {@code GET /v1/jobs} of Nomad 1.6 tells it once all its allocations are placed. */
final class FakeJob {
    final String id;
    final String namespace;
    final String type;
    final int version;
    private final long made;
    private final long submitted;

    /** By group: how many run, and how many start. */
    private final Map<String, int[]> groups = new LinkedHashMap<>();

    FakeJob(Draws draws, String id, String namespace, String type) {
        this.id = id;
        this.namespace = namespace;
        this.type = type;
        made = draws.next();
        submitted = Draws.NOW - draws.below(9_000_000);
        version = draws.below(30);
    }

    boolean service() {
        return type.equals("service");
    }

    boolean system() {
        return type.equals("system");
    }

    void count(String group, boolean pending) {
        groups.computeIfAbsent(group, g -> new int[2])[pending ? 1 : 0]++;
    }

    String json() {
        StringBuilder summary = new StringBuilder();
        groups.forEach(
                (group, counts) ->
                        summary.append(summary.isEmpty() ? "" : ",")
                                .append('"')
                                .append(group)
                                .append("\":{\"Queued\":0,\"Complete\":0,\"Failed\":0,\"Running\":")
                                .append(counts[0])
                                .append(",\"Starting\":")
                                .append(counts[1])
                                .append(",\"Lost\":0,\"Unknown\":0}"));
        return "{\"ID\":\""
                + id
                + "\",\"ParentID\":\"\",\"Name\":\""
                + id
                + "\",\"Namespace\":\""
                + namespace
                + "\",\"Datacenters\":[\"*\"],\"NodePool\":\"default\",\"Multiregion\":null,\"Type\":\""
                + type
                + "\",\"Priority\":"
                + (system() ? 80 : 50)
                + ",\"Periodic\":false,\"ParameterizedJob\":false,\"Stop\":false,\"Status\":\"running\""
                + ",\"StatusDescription\":\"\",\"JobSummary\":{\"JobID\":\""
                + id
                + "\",\"Namespace\":\""
                + namespace
                + "\",\"Summary\":{"
                + summary
                + "},\"Children\":{\"Pending\":0,\"Running\":0,\"Dead\":0},\"CreateIndex\":"
                + made
                + ",\"ModifyIndex\":"
                + (made + 5)
                + "},\"CreateIndex\":"
                + made
                + ",\"ModifyIndex\":"
                + (made + 9)
                + ",\"JobModifyIndex\":"
                + made
                + ",\"SubmitTime\":"
                + submitted
                + "000000000}";
    }
}
