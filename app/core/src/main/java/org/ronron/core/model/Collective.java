package org.ronron.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.NoticeFact;

/**
 * All that is known of one collective, at one moment; immutable. The window and the command line
 * draw from it and hold no truth of their own.
 *
 * @param kind {@code own}, {@code sample} or {@code practice}
 * @param totals over everything; published facts for a sample
 * @param spaces by name; the same list in the next picture as long as none has changed
 * @param requests those that wait first, the oldest first
 * @param safety whether everything is saved
 * @param accepted findings that somebody accepted; folded
 * @param notices received, newest first
 * @param waiting work that has no place, in the order of the endpoints
 * @param facts further published figures of a sample: text key to the {@code value} in it
 * @param zones one of them with an empty name when there are machines that stand in none
 */
public record Collective(
        String id,
        String name,
        String kind,
        List<Zone> zones,
        List<Node> nodes,
        List<Cluster> clusters,
        List<EndpointView> endpoints,
        List<Finding> findings,
        List<Bucket> buckets,
        Totals totals,
        int workloads,
        Map<String, String> facts,
        List<Space> spaces,
        List<Request> requests,
        Safety safety,
        List<Accepted> accepted,
        List<NoticeFact> notices,
        List<Waiting> waiting) {
    /** A bucket with its endpoint. */
    public record Bucket(String endpointId, org.ronron.api.BucketFact fact) {}

    public Collective {
        zones = List.copyOf(zones);
        nodes = List.copyOf(nodes);
        clusters = List.copyOf(clusters);
        endpoints = List.copyOf(endpoints);
        findings = List.copyOf(findings);
        buckets = List.copyOf(buckets);
        facts = Map.copyOf(facts);
        spaces = List.copyOf(spaces);
        requests = List.copyOf(requests);
        accepted = List.copyOf(accepted);
        notices = List.copyOf(notices);
        waiting = List.copyOf(waiting);
    }

    /** A collective without spaces and requests. */
    public Collective(
            String id,
            String name,
            String kind,
            List<Zone> zones,
            List<Node> nodes,
            List<Cluster> clusters,
            List<EndpointView> endpoints,
            List<Finding> findings,
            List<Bucket> buckets,
            Totals totals,
            int workloads,
            Map<String, String> facts) {
        this(
                id,
                name,
                kind,
                zones,
                nodes,
                clusters,
                endpoints,
                findings,
                buckets,
                totals,
                workloads,
                facts,
                List.of(),
                List.of(),
                Safety.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** A collective of which nobody knows whether it is saved. */
    public Collective(
            String id,
            String name,
            String kind,
            List<Zone> zones,
            List<Node> nodes,
            List<Cluster> clusters,
            List<EndpointView> endpoints,
            List<Finding> findings,
            List<Bucket> buckets,
            Totals totals,
            int workloads,
            Map<String, String> facts,
            List<Space> spaces,
            List<Request> requests) {
        this(
                id,
                name,
                kind,
                zones,
                nodes,
                clusters,
                endpoints,
                findings,
                buckets,
                totals,
                workloads,
                facts,
                spaces,
                requests,
                Safety.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same collective with these spaces and requests. */
    public Collective with(List<Space> joined, List<Request> gathered) {
        return new Collective(
                id, name, kind, zones, nodes, clusters, endpoints, findings, buckets, totals,
                workloads, facts, joined, gathered, safety, accepted, notices, waiting);
    }

    /** The same collective with these backups and notices. */
    public Collective with(Safety saved, List<NoticeFact> received) {
        return new Collective(
                id, name, kind, zones, nodes, clusters, endpoints, findings, buckets, totals,
                workloads, facts, spaces, requests, saved, accepted, received, waiting);
    }

    /** The same collective with these findings folded. */
    public Collective withAccepted(List<Finding> open, List<Accepted> folded) {
        return new Collective(
                id, name, kind, zones, nodes, clusters, endpoints, open, buckets, totals, workloads,
                facts, spaces, requests, safety, folded, notices, waiting);
    }

    /** The same collective with this work that has no place. */
    public Collective withWaiting(List<Waiting> placeless) {
        return new Collective(
                id, name, kind, zones, nodes, clusters, endpoints, findings, buckets, totals,
                workloads, facts, spaces, requests, safety, accepted, notices, placeless);
    }

    public Optional<Space> space(String wanted) {
        return spaces.stream().filter(s -> s.name().equals(wanted)).findFirst();
    }

    public Optional<Request> request(RequestRef ref) {
        return requests.stream().filter(r -> r.ref().equals(ref)).findFirst();
    }

    /** The same collective with other findings. */
    public Collective withFindings(List<Finding> other) {
        return new Collective(
                id, name, kind, zones, nodes, clusters, endpoints, other, buckets, totals,
                workloads, facts, spaces, requests, safety, accepted, notices, waiting);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Optional<Zone> zone(String name) {
        return zones.stream().filter(z -> z.name().equals(name)).findFirst();
    }

    public Optional<EndpointView> endpoint(String id) {
        return endpoints.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Nodes of a zone, in the order of the snapshot. */
    public List<Node> in(String zone) {
        return nodes.stream().filter(n -> n.zone().equals(zone)).toList();
    }
}
