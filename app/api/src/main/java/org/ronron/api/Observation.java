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
 * @param login who we are there
 */
public record Observation(
        Instant at,
        String version,
        String fingerprint,
        List<NodeFact> nodes,
        List<WorkloadFact> workloads,
        List<ClusterFact> clusters,
        List<BucketFact> buckets,
        List<FindingFact> findings,
        Login login) {
    public Observation {
        nodes = List.copyOf(nodes);
        workloads = List.copyOf(workloads);
        clusters = List.copyOf(clusters);
        buckets = List.copyOf(buckets);
        findings = List.copyOf(findings);
    }

    /** An observation of nothing yet, to be filled with what the system has. */
    public static Observation of(Instant at, String version, String fingerprint) {
        return new Observation(
                at, version, fingerprint, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The same with these nodes. */
    public Observation withNodes(List<NodeFact> seen) {
        return new Observation(
                at, version, fingerprint, seen, workloads, clusters, buckets, findings, login);
    }

    /** The same with these workloads. */
    public Observation withWorkloads(List<WorkloadFact> seen) {
        return new Observation(
                at, version, fingerprint, nodes, seen, clusters, buckets, findings, login);
    }

    /** The same with these clusters. */
    public Observation withClusters(List<ClusterFact> seen) {
        return new Observation(
                at, version, fingerprint, nodes, workloads, seen, buckets, findings, login);
    }

    /** The same with these buckets. */
    public Observation withBuckets(List<BucketFact> seen) {
        return new Observation(
                at, version, fingerprint, nodes, workloads, clusters, seen, findings, login);
    }

    /** The same with these findings. */
    public Observation withFindings(List<FindingFact> seen) {
        return new Observation(
                at, version, fingerprint, nodes, workloads, clusters, buckets, seen, login);
    }

    /** The same with this login. */
    public Observation withLogin(Login told) {
        return new Observation(
                at, version, fingerprint, nodes, workloads, clusters, buckets, findings, told);
    }

    /** What a system said that tells nothing of our login. */
    public Observation(
            Instant at,
            String version,
            String fingerprint,
            List<NodeFact> nodes,
            List<WorkloadFact> workloads,
            List<ClusterFact> clusters,
            List<BucketFact> buckets,
            List<FindingFact> findings) {
        this(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                Login.NOT_TOLD);
    }
}
