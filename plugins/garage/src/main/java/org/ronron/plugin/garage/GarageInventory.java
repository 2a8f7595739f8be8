package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.BucketFact;
import org.ronron.api.ClusterFact;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/**
 * Reads a cluster through one node. Host names, disks and queues of other nodes are missing for up
 * to ten seconds after a start (seen with 2.5.0): what is missing is left out, the tag stands in.
 */
final class GarageInventory implements Inventory {
    private static final String STATUS = "GetClusterStatus";
    private final Admin admin;
    private final Host host;
    private final List<Admin> peers;

    GarageInventory(Admin admin, Host host, List<Admin> peers) {
        this.admin = admin;
        this.host = host;
        this.peers = List.copyOf(peers);
    }

    @Override
    public Observation observe() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/" + STATUS);
        boolean first = answer.status() == 400 || answer.status() == 404;
        Json.Obj status = first ? firstVersion(answer) : admin.object(answer);
        if (!(status.at("nodes") instanceof Json.Arr)) {
            throw admin.fault(CommonError.BAD_ANSWER, "found", STATUS);
        }
        Layout layout = first ? Layout.of(admin.get("/v1/layout")) : admin.layout();
        Optional<Traffic> traffic = first ? Optional.empty() : Optional.of(Traffic.read(admin));
        List<NodeFact> nodes = new ArrayList<>();
        List<FindingFact> findings = new ArrayList<>();
        for (Json.Obj node : status.objects("nodes")) {
            NodeFact fact = node(node, layout, traffic);
            nodes.add(fact);
            if (fact.reach() == NodeFact.Reach.DOWN && !fact.role().equals("none")) {
                find(findings, "down", Severity.ERROR, fact.key(), Map.of("node", fact.name()));
            }
            long failed = traffic.map(t -> t.errors().getOrDefault(fact.key(), 0L)).orElse(0L);
            if (failed > 0) {
                Map<String, String> values = Map.of("node", fact.name(), "blocks", "" + failed);
                find(findings, "resync", Severity.ERROR, fact.key(), values);
            }
        }
        String version =
                status.objects("nodes").stream()
                        .flatMap(node -> node.text("garageVersion").stream())
                        .findFirst()
                        .or(() -> status.text("garageVersion"))
                        .orElse("?")
                        .replaceFirst("^(cargo:|v)", "");
        cluster(layout, findings);
        return new Observation(
                host.clock().instant(),
                version,
                Layout.sha256(version + layout.version() + layout.digest() + layout.stagedWords()),
                nodes,
                List.of(),
                List.of(fact(layout, traffic, version, nodes, findings)),
                first ? List.of() : buckets(),
                findings);
    }

    /** Garage 1.x answers 400 to every v2 call, and its own calls under v1. */
    private Json.Obj firstVersion(Http.Answer second) throws ConnectorException {
        Http.Answer answer = admin.ask("/v1/status");
        if (answer.status() == 400 || answer.status() == 404) {
            String said = Admin.message(second);
            throw said.isEmpty()
                    ? admin.fault(CommonError.BAD_ANSWER, "found", "" + second.status())
                    : admin.fault(
                            CommonError.WRONG_VERSION, "version", said, "supported", "2.x, 1.x");
        }
        return admin.object(answer);
    }

    private static NodeFact node(Json.Obj node, Layout layout, Optional<Traffic> traffic) {
        String id = node.text("id").orElse("");
        Optional<Layout.Role> role = layout.role(id);
        Map<String, String> labels = new HashMap<>();
        role.ifPresent(r -> labels.put("partitions", "" + r.stored()));
        role.ifPresent(r -> labels.put("tags", String.join(", ", r.tags())));
        role.flatMap(r -> r.capacity().stream().boxed().findFirst())
                .ifPresent(size -> labels.put("capacity", size / 1_000_000_000L + " GB"));
        node.text("garageVersion").ifPresent(said -> labels.put("version", said));
        node.number("resyncQueueLen")
                .or(() -> traffic.map(t -> t.queues().get(id)))
                .ifPresent(length -> labels.put("resync", "" + length));
        String tag =
                role.flatMap(r -> r.tags().stream().findFirst())
                        .orElse(id.substring(0, Math.min(16, id.length())));
        Json.Obj disk = node.object("dataPartition");
        return new NodeFact(
                id,
                node.text("hostname").orElse(tag),
                node.text("addr").map(a -> List.of(ip(a))).orElse(List.of()),
                role.map(Layout.Role::zone),
                node.bool("isUp").orElse(false) ? NodeFact.Reach.UP : NodeFact.Reach.DOWN,
                NodeFact.Machine.UNKNOWN,
                OptionalLong.empty(),
                OptionalLong.empty(),
                bytes(disk.number("total")),
                bytes(disk.number("available")),
                role.map(r -> r.capacity().isPresent() ? "storage" : "gateway").orElse("none"),
                labels);
    }

    private static OptionalLong bytes(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** {@code 10.0.0.1:3901} and {@code [2001:db8::1]:3901} without port and brackets. */
    private static String ip(String address) {
        return address.replaceFirst(":\\d+$", "").replace("[", "").replace("]", "");
    }

    private void cluster(Layout layout, List<FindingFact> findings) throws ConnectorException {
        if (!layout.stagedWords().isEmpty()) {
            Map<String, String> values = Map.of("staged", layout.stagedWords());
            find(findings, "staged", Severity.WARN, GaragePlacement.CLUSTER, values);
        }
        List<String> other = Agreement.others(layout, peers);
        if (!other.isEmpty()) {
            Map<String, String> values = Map.of("nodes", String.join(", ", other));
            find(findings, "differ", Severity.STOP, GaragePlacement.CLUSTER, values);
        }
    }

    private static void find(
            List<FindingFact> into,
            String kind,
            Severity severity,
            String subject,
            Map<String, String> values) {
        into.add(new FindingFact(kind, severity, subject, values));
    }

    private ClusterFact fact(
            Layout layout,
            Optional<Traffic> traffic,
            String version,
            List<NodeFact> nodes,
            List<FindingFact> findings)
            throws ConnectorException {
        boolean draining = traffic.map(Traffic::draining).orElse(false);
        int copies = GaragePlacement.copies(layout.roles());
        String health =
                traffic.isPresent()
                        ? admin.get("/v2/GetClusterHealth").text("status").orElse("")
                        : findings.isEmpty() ? "healthy" : "";
        return new ClusterFact(
                GaragePlacement.CLUSTER,
                host.endpointName(),
                copies == 0 ? OptionalInt.empty() : OptionalInt.of(copies),
                health.equals("healthy"),
                draining || traffic.map(Traffic::queued).orElse(false),
                GaragePlacement.state(layout, version, draining, nodes));
    }

    private List<BucketFact> buckets() throws ConnectorException {
        Http.Answer answer = admin.ask("/v2/ListBuckets");
        List<BucketFact> found = new ArrayList<>();
        if (answer.status() == 200 && answer.json() instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj bucket) {
                    List<String> names =
                            bucket.items("globalAliases").stream()
                                    .filter(Json.Str.class::isInstance)
                                    .map(name -> ((Json.Str) name).value())
                                    .toList();
                    found.add(
                            new BucketFact(
                                    bucket.text("id").orElse(""),
                                    names,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
                }
            }
        }
        return found;
    }
}
