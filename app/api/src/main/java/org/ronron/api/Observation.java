package org.ronron.api;

import java.time.Instant;
import java.util.List;

/**
 * What one endpoint said, and when.
 *
 * @param at when the answer was complete
 * @param version the system's version as it says it
 * @param fingerprint of all that a plan can depend on; equal fingerprints mean that a plan made
 *     from the one holds for the other. Volatile figures (free space, ages) stay out of it, and so
 *     do single spaces and requests: whether a name is free is asked again by the step that takes
 *     it
 * @param buckets names and sizes where listed
 * @param login who we are there
 * @param links parts of spaces; of many thousand, so told cheaply
 * @param requests that wait, and those decided of late
 * @param backups series of recovery points
 * @param notices received, newest first; a few dozen
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
        Login login,
        List<LinkFact> links,
        List<RequestFact> requests,
        List<BackupFact> backups,
        List<NoticeFact> notices) {
    public Observation {
        nodes = List.copyOf(nodes);
        workloads = List.copyOf(workloads);
        clusters = List.copyOf(clusters);
        buckets = List.copyOf(buckets);
        findings = List.copyOf(findings);
        links = List.copyOf(links);
        requests = List.copyOf(requests);
        backups = List.copyOf(backups);
        notices = List.copyOf(notices);
    }

    /** An observation of nothing yet, to be filled with what the system has. */
    public static Observation of(Instant at, String version, String fingerprint) {
        return new Observation(
                at, version, fingerprint, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The same with these nodes. */
    public Observation withNodes(List<NodeFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                seen,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with these workloads. */
    public Observation withWorkloads(List<WorkloadFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                seen,
                clusters,
                buckets,
                findings,
                login,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with these clusters. */
    public Observation withClusters(List<ClusterFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                seen,
                buckets,
                findings,
                login,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with these buckets. */
    public Observation withBuckets(List<BucketFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                seen,
                findings,
                login,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with these findings. */
    public Observation withFindings(List<FindingFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                seen,
                login,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with this login. */
    public Observation withLogin(Login told) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                told,
                links,
                requests,
                backups,
                notices);
    }

    /** The same with these parts of spaces. */
    public Observation withLinks(List<LinkFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                seen,
                requests,
                backups,
                notices);
    }

    /** The same with these requests. */
    public Observation withRequests(List<RequestFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                links,
                seen,
                backups,
                notices);
    }

    /** The same with these series of backups. */
    public Observation withBackups(List<BackupFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                links,
                requests,
                seen,
                notices);
    }

    /** The same with these notices. */
    public Observation withNotices(List<NoticeFact> seen) {
        return new Observation(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                links,
                requests,
                backups,
                seen);
    }

    /** What a system said that keeps no backups and no notices. */
    public Observation(
            Instant at,
            String version,
            String fingerprint,
            List<NodeFact> nodes,
            List<WorkloadFact> workloads,
            List<ClusterFact> clusters,
            List<BucketFact> buckets,
            List<FindingFact> findings,
            Login login,
            List<LinkFact> links,
            List<RequestFact> requests) {
        this(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                links,
                requests,
                List.of(),
                List.of());
    }

    /** What a system said that holds no parts of spaces. */
    public Observation(
            Instant at,
            String version,
            String fingerprint,
            List<NodeFact> nodes,
            List<WorkloadFact> workloads,
            List<ClusterFact> clusters,
            List<BucketFact> buckets,
            List<FindingFact> findings,
            Login login) {
        this(
                at,
                version,
                fingerprint,
                nodes,
                workloads,
                clusters,
                buckets,
                findings,
                login,
                List.of(),
                List.of());
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
