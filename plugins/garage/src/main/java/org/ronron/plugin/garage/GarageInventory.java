package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
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
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/**
 * Reads a cluster through one node. Host names, disks and queues of other nodes are missing for up
 * to ten seconds after a start (seen with 2.5.0): what is missing is left out, the tag stands in.
 */
record GarageInventory(JsonCalls admin, Host host, List<JsonCalls> peers) implements Inventory {
    private static final Traffic NONE = new Traffic(0, List.of(), Map.of(), Map.of(), 0);

    @Override
    public Observation observe() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/GetClusterStatus");
        boolean v1 = answer.status() == 400 || answer.status() == 404;
        Json.Obj status = v1 ? firstVersion(answer) : admin.body(answer);
        if (!(status.at("nodes") instanceof Json.Arr)) {
            throw admin.fault(CommonError.BAD_ANSWER, "found", "GetClusterStatus");
        }
        Layout layout = v1 ? Layout.of(admin.get("/v1/layout")) : Layout.read(admin);
        Traffic traffic = v1 ? NONE : Traffic.read(admin);
        List<NodeFact> nodes =
                status.objects("nodes").stream().map(n -> node(n, layout, traffic)).toList();
        String version =
                status.objects("nodes").stream()
                        .flatMap(node -> node.text("garageVersion").stream())
                        .findFirst()
                        .or(() -> status.text("garageVersion"))
                        .orElse("?")
                        .replaceFirst("^(cargo:|v)", "");
        List<FindingFact> findings = findings(layout, traffic, nodes);
        int copies = Forecaster.copies(layout);
        String health = v1 ? "/v1/health" : "/v2/GetClusterHealth";
        ClusterFact cluster =
                new ClusterFact(
                        GaragePlacement.CLUSTER,
                        host.endpointName(),
                        copies == 0 ? OptionalInt.empty() : OptionalInt.of(copies),
                        admin.get(health).text("status").orElse("").equals("healthy"),
                        traffic.draining() || traffic.queued() > 0,
                        GaragePlacement.state(layout, version, traffic.draining(), nodes));
        String fingerprint = version + layout.version() + layout.digest() + layout.stagedWords();
        return new Observation(
                host.clock().instant(),
                version,
                Fingerprint.of(fingerprint),
                nodes,
                List.of(),
                List.of(cluster),
                v1 ? List.of() : buckets(),
                findings);
    }

    /** Garage 1.x answers 400 to every v2 call, and its own calls under v1. */
    private Json.Obj firstVersion(Http.Answer second) throws ConnectorException {
        Http.Answer answer = admin.ask("/v1/status");
        if (answer.status() == 400 || answer.status() == 404) {
            String said = JsonCalls.message(second);
            throw said.isEmpty()
                    ? admin.fault(CommonError.BAD_ANSWER, "found", "" + second.status())
                    : admin.fault(
                            CommonError.WRONG_VERSION, "version", said, "supported", "2.x, 1.x");
        }
        return admin.body(answer);
    }

    private static NodeFact node(Json.Obj node, Layout layout, Traffic traffic) {
        String id = node.text("id").orElse("");
        Optional<Layout.Role> role = layout.role(id);
        Map<String, String> labels = new TreeMap<>();
        role.ifPresent(r -> labels.put("partitions", "" + r.stored()));
        role.ifPresent(r -> labels.put("tags", String.join(", ", r.tags())));
        role.ifPresent(r -> labels.put("capacity", r.capacity() / 1_000_000_000 + " GB"));
        node.text("garageVersion").ifPresent(said -> labels.put("version", said));
        Optional.ofNullable(traffic.queues().get(id)).ifPresent(q -> labels.put("resync", "" + q));
        Json.Obj disk = node.object("dataPartition");
        return new NodeFact(
                id,
                node.text("hostname").or(() -> role.map(Layout.Role::name)).orElse(id),
                node.text("addr").map(GarageInventory::ip).stream().toList(),
                role.map(Layout.Role::zone),
                node.bool("isUp").orElse(false) ? Reach.UP : Reach.DOWN,
                NodeFact.Machine.UNKNOWN,
                OptionalLong.empty(),
                OptionalLong.empty(),
                bytes(disk, "total"),
                bytes(disk, "available"),
                role.map(r -> r.capacity() > 0 ? "storage" : "gateway").orElse("none"),
                labels);
    }

    private static OptionalLong bytes(Json.Obj disk, String member) {
        return disk.number(member).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** {@code 10.0.0.1:3901} and {@code [2001:db8::1]:3901} without port and brackets. */
    private static String ip(String address) {
        return address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }

    private List<FindingFact> findings(Layout layout, Traffic traffic, List<NodeFact> nodes) {
        List<FindingFact> found = new ArrayList<>();
        for (NodeFact node : nodes) {
            Map<String, String> name = new TreeMap<>(Map.of("node", node.name()));
            if (node.reach() == Reach.DOWN && !node.role().equals("none")) {
                found.add(new FindingFact("down", Severity.ERROR, node.key(), name));
            }
            long failed = traffic.errors().getOrDefault(node.key(), 0L);
            if (failed > 0) {
                name.put("blocks", "" + failed);
                found.add(new FindingFact("resync", Severity.ERROR, node.key(), name));
            }
        }
        String cluster = GaragePlacement.CLUSTER;
        if (!layout.stagedWords().isEmpty()) {
            Map<String, String> words = Map.of("staged", layout.stagedWords());
            found.add(new FindingFact("staged", Severity.WARN, cluster, words));
        }
        List<String> other = layout.unlike(peers);
        if (!other.isEmpty()) {
            Map<String, String> names = Map.of("nodes", String.join(", ", other));
            found.add(new FindingFact("differ", Severity.STOP, cluster, names));
        }
        return found;
    }

    /** Empty for a token that may not list them. */
    private List<BucketFact> buckets() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/ListBuckets");
        Json.Obj list = Json.obj().with("buckets", answer.json());
        return list.objects("buckets").stream()
                .map(
                        bucket ->
                                new BucketFact(
                                        bucket.text("id").orElse(""),
                                        Layout.texts(bucket, "globalAliases"),
                                        OptionalLong.empty(),
                                        OptionalLong.empty()))
                .toList();
    }
}
