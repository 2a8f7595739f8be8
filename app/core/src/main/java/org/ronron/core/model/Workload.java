package org.ronron.core.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.WorkloadFact;

/** What runs on a node; sizes are bytes and MHz, empty where not published. */
public record Workload(
        String id,
        String name,
        Optional<String> group,
        WorkloadFact.State state,
        OptionalLong memory,
        OptionalLong cpu) {}
