package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ronron.api.BucketFact;
import org.ronron.api.ClusterFact;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.layout.Node;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.RolePlacement;
import org.ronron.layout.roles.Traffic;

/**
 * Reads a cluster through one node. Host names, disks and queues of other nodes are missing for up
 * to ten seconds after a start (seen with 2.5.0): what is missing is left out, the tag stands in.
 */
record GarageInventory(JsonCalls admin, Host host, LayoutCalls calls, GarageSpaces spaces)
        implements Inventory {
    @Override
    public Observation observe() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/GetClusterStatus");
        boolean v1 = answer.status() == 400 || answer.status() == 404;
        Json.Obj status = v1 ? firstVersion(answer) : admin.body(answer);
        if (!(status.at("nodes") instanceof Json.Arr)) {
            throw admin.strange();
        }
        Json.Obj said = v1 ? admin.get("/v1/layout") : calls.ask();
        RoleLayout layout = RoleLayout.of(said);
        Traffic traffic = v1 ? Traffic.NONE : calls.traffic();
        List<NodeFact> nodes =
                status.objects("nodes").stream().map(n -> node(n, layout, traffic)).toList();
        String version =
                Stream.concat(status.objects("nodes").stream(), Stream.of(status))
                        .flatMap(from -> from.text("garageVersion").stream())
                        .findFirst()
                        .map(GarageInventory::plain)
                        .orElse("?");
        List<FindingFact> findings = findings(layout, traffic, nodes);
        if (v1) {
            findings.add(FindingFact.of("old", Severity.INFO, "", "version", version));
        }
        String health = v1 ? "/v1/health" : "/v2/GetClusterHealth";
        ClusterFact cluster =
                new ClusterFact(
                        RolePlacement.CLUSTER,
                        host.endpointName(),
                        layout.now().replicationFactor(),
                        admin.get(health).text("status").orElse("").equals("healthy"),
                        traffic.draining() || traffic.queued() > 0,
                        RolePlacement.state(said, version, traffic.draining(), nodes));
        String fingerprint =
                version + layout.version() + layout.now().digest() + layout.roles().words();
        List<Json.Obj> listed = v1 ? List.of() : buckets();
        return Observation.of(host.clock().instant(), version, Fingerprint.of(fingerprint))
                .withNodes(nodes)
                .withClusters(List.of(cluster))
                .withBuckets(listed.stream().map(GarageInventory::bucket).toList())
                .withLinks(spaces.links(listed))
                .withFindings(findings)
                .withLogin(v1 ? Login.NOT_TOLD : TokenScope.login(admin));
    }

    /** Garage 1.x answers 400 to every v2 call, and its own calls under v1. */
    private Json.Obj firstVersion(Http.Answer second) throws ConnectorException {
        Http.Answer answer = admin.ask("/v1/status");
        if (answer.status() == 400 || answer.status() == 404) {
            String known = "2.x, 1.x";
            throw JsonCalls.message(second).isEmpty()
                    ? admin.strange()
                    : admin.fault(
                            CommonError.WRONG_VERSION, "version", "unknown", "supported", known);
        }
        return admin.body(answer);
    }

    /** The version without the words that some builds put before it. */
    private static String plain(String version) {
        return version.replaceFirst("^(cargo:|v)", "");
    }

    private static NodeFact node(Json.Obj node, RoleLayout layout, Traffic traffic) {
        String id = node.text("id").orElse("");
        Optional<Node> role = layout.now().node(id);
        Map<String, String> labels = new TreeMap<>();
        role.filter(r -> layout.now().replicationFactor().isPresent())
                .ifPresent(r -> labels.put("partitions", "" + r.partitions()));
        role.ifPresent(r -> labels.put("tags", String.join(", ", r.tags())));
        role.ifPresent(r -> labels.put("capacity", "" + r.capacity() / 1_000_000_000));
        node.text("garageVersion").ifPresent(said -> labels.put("version", plain(said)));
        Optional.ofNullable(traffic.queues().get(id)).ifPresent(q -> labels.put("resync", "" + q));
        Json.Obj disk = node.object("dataPartition");
        return NodeFact.member(
                id,
                node.text("hostname").or(() -> role.map(Node::name)).orElse(id),
                node.text("addr").map(NodeFact::ip).stream().toList(),
                role.map(Node::zone),
                node.bool("isUp").orElse(false) ? Reach.UP : Reach.DOWN,
                disk.figure("total"),
                disk.figure("available"),
                role.map(r -> r.capacity() > 0 ? "storage" : "gateway").orElse("none"),
                labels);
    }

    private List<FindingFact> findings(RoleLayout layout, Traffic traffic, List<NodeFact> nodes) {
        List<FindingFact> found = new ArrayList<>();
        for (NodeFact node : nodes) {
            String key = node.key();
            String name = node.name();
            if (node.reach() == Reach.DOWN && !node.role().equals("none")) {
                found.add(FindingFact.of("down", Severity.ERROR, key, "node", name));
            }
            long failed = traffic.errors().getOrDefault(key, 0L);
            if (failed > 0) {
                String blocks = "" + failed;
                found.add(
                        FindingFact.of(
                                "resync", Severity.ERROR, key, "node", name, "blocks", blocks));
            }
        }
        String staged = layout.roles().words();
        if (!staged.isEmpty()) {
            found.add(
                    FindingFact.of(
                            "staged", Severity.WARN, RolePlacement.CLUSTER, "staged", staged));
        }
        String other = String.join(", ", calls.unlike(layout));
        if (!other.isEmpty()) {
            found.add(
                    FindingFact.of("differ", Severity.STOP, RolePlacement.CLUSTER, "nodes", other));
        }
        return found;
    }

    /** Empty for a token that may not list them. */
    private List<Json.Obj> buckets() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/ListBuckets");
        return Json.obj().with("buckets", answer.json()).objects("buckets");
    }

    private static BucketFact bucket(Json.Obj listed) {
        return BucketFact.named(listed.word("id"), listed.texts("globalAliases"));
    }
}
