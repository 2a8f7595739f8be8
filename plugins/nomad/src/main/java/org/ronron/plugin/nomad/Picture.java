package org.ronron.plugin.nomad;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ronron.api.ClusterFact;
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

    Observation observation(Host host) {
        List<NodeFact> facts = clients().stream().map(Client::fact).toList();
        Stream<NodeFact> gone = orphans().stream().map(Picture::gone).distinct();
        List<WorkloadFact> workloads =
                allocs.rows().stream().map(row -> new Alloc(row).fact()).toList();
        Map<String, Service.Rule> rules = new HashMap<>();
        for (Json.Obj job : jobs) {
            boolean everywhere = job.word("Type").startsWith("sys");
            List<String> zones = job.texts("Datacenters");
            rules.put(Alloc.job(job, "ID"), new Service.Rule(zones, everywhere));
        }
        Fleet fleet = Fleet.of(facts, workloads, rules);
        Json.Obj state = fleet.json().with("seesAll", Json.of(rights.seesAll()));
        boolean busy = clients().stream().anyMatch(Client::draining);
        ClusterFact cluster =
                new ClusterFact(
                        CLUSTER,
                        host.endpointName(),
                        OptionalInt.empty(),
                        leader && servers.stream().allMatch(Findings::alive),
                        busy,
                        state.with("nomad", version.text()));
        String fingerprint = Fingerprint.of(version.text() + rights.seesAll() + fleet.words());
        return Observation.of(host.clock().instant(), version.text(), fingerprint)
                .withNodes(Stream.concat(facts.stream(), gone).toList())
                .withWorkloads(workloads)
                .withClusters(List.of(cluster))
                .withFindings(new Findings(this, fleet, host.clock().instant()).all())
                .withLogin(rights.login());
    }

    /** A machine of which only allocations are left; without a pool it is in no cluster. */
    private static NodeFact gone(Json.Obj orphan) {
        Json.Obj row = Json.obj().with("ID", orphan.word("NodeID")).with("Status", "gone");
        return new Client(row.with("Name", orphan.word("NodeName"))).fact();
    }
}
