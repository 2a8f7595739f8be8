package org.ronron.plugin.nomad;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Table;
import org.ronron.api.Version;
import org.ronron.api.WorkloadFact;
import org.ronron.layout.work.Fleet;
import org.ronron.layout.work.Service;

/**
 * All that was read; the watch keeps the two tables up to date.
 *
 * @param servers members of the servers' own cluster
 * @param allocs what still runs or may still run
 * @param blocked evaluations that wait for a place
 */
record Picture(
        Version version,
        List<Json.Obj> servers,
        boolean leader,
        Table nodes,
        Table allocs,
        List<Json.Obj> jobs,
        List<Json.Obj> blocked,
        Rights rights) {
    /** The key of the one cluster of an endpoint. */
    static final String CLUSTER = "nomad";

    List<Client> clients() {
        return nodes.rows().stream().map(Client::new).toList();
    }

    /** What ran on machines that Nomad has forgotten. */
    List<Json.Obj> orphans() {
        Stream<Json.Obj> all = allocs.rows().stream();
        return all.filter(alloc -> !nodes.has(alloc.word("NodeID"))).toList();
    }

    Stream<Blocked> waiting() {
        return blocked.stream().flatMap(Blocked::of);
    }

    private WorkloadFact placed(Json.Obj row) {
        WorkloadFact fact = new Alloc(row).fact();
        return nodes.has(fact.nodeKey()) ? fact : fact.placeless(Findings.orphans(List.of(row)));
    }

    Observation observation(Host host) {
        List<NodeFact> facts = clients().stream().map(Client::fact).toList();
        List<WorkloadFact> workloads =
                Stream.concat(
                                allocs.rows().stream().map(this::placed),
                                waiting().map(Blocked::fact))
                        .toList();
        Map<String, Service.Rule> rules = new HashMap<>();
        for (Json.Obj job : jobs) {
            boolean each = job.word("Type").startsWith("sys");
            rules.put(Alloc.job(job, "ID"), new Service.Rule(job.texts("Datacenters"), each));
        }
        Fleet fleet = Fleet.of(facts, workloads, rules);
        boolean healthy = leader && servers.stream().allMatch(Findings::alive);
        Json.Obj more = Json.obj().with("seesAll", Json.of(rights.seesAll()));
        more = more.with("nomad", version.text());
        String fingerprint = Fingerprint.of(version.text() + rights.seesAll() + fleet.words());
        return Observation.of(host.clock().instant(), version.text(), fingerprint)
                .withNodes(facts)
                .withWorkloads(workloads)
                .withClusters(List.of(fleet.cluster(CLUSTER, host.endpointName(), healthy, more)))
                .withFindings(new Findings(this, fleet, host.clock().instant()).all())
                .withLogin(rights.login());
    }
}
