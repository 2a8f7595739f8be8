package org.ronron.core.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.WorkloadFact;

/**
 * What runs on a node; sizes are bytes and MHz, empty where not published.
 *
 * @param id its endpoint's id, a slash, and the system's own key of it
 * @param group what its siblings share
 * @param memoryMost what it may have beyond what it reserves; empty when it is held to that
 * @param memoryUsed in use now
 * @param labels further facts, as its system's connector names them
 */
public record Workload(
        String id,
        String name,
        Optional<String> group,
        WorkloadFact.State state,
        OptionalLong memory,
        OptionalLong cpu,
        OptionalLong disk,
        OptionalLong memoryMost,
        OptionalLong memoryUsed,
        Map<String, String> labels) {
    public Workload {
        labels = Map.copyOf(labels);
    }

    /** One of which no more is known than what it reserves. */
    public Workload(
            String id,
            String name,
            Optional<String> group,
            WorkloadFact.State state,
            OptionalLong memory,
            OptionalLong cpu) {
        this(
                id,
                name,
                group,
                state,
                memory,
                cpu,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Map.of());
    }

    static Workload of(String endpointId, WorkloadFact said) {
        return new Workload(
                endpointId + "/" + said.key(),
                said.name(),
                said.group(),
                said.state(),
                said.memory(),
                said.cpu(),
                said.disk(),
                said.memoryMost(),
                said.memoryUsed(),
                said.labels());
    }

    /** Whether what it reserves is kept for it: it is not when it has ended, failed or is lost. */
    public boolean counts() {
        return state.counts();
    }
}
