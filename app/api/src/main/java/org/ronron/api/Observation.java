package org.ronron.api;

import java.time.Instant;
import java.util.List;

/**
 * What one endpoint said, and when.
 *
 * @param at when the answer was complete
 * @param version the system's version as it says it
 * @param fingerprint of all that a plan can depend on; equal fingerprints mean that a plan made
 *     from the one holds for the other. Volatile figures (free space, ages) stay out of it
 * @param buckets names and sizes where listed
 */
public record Observation(
        Instant at,
        String version,
        String fingerprint,
        List<NodeFact> nodes,
        List<WorkloadFact> workloads,
        List<ClusterFact> clusters,
        List<BucketFact> buckets,
        List<FindingFact> findings) {
    public Observation {
        nodes = List.copyOf(nodes);
        workloads = List.copyOf(workloads);
        clusters = List.copyOf(clusters);
        buckets = List.copyOf(buckets);
        findings = List.copyOf(findings);
    }
}
