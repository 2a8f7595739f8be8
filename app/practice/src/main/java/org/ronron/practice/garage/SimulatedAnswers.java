package org.ronron.practice.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.Json;

/** What the simulator says to each call of the admin API v2, from the cluster's state. */
final class SimulatedAnswers {
    private final SimulatedCluster cluster;
    private final SimulatedBuckets buckets;

    SimulatedAnswers(SimulatedCluster cluster, SimulatedBuckets buckets) {
        this.cluster = cluster;
        this.buckets = buckets;
    }

    /** An answer: its status and its body. */
    record Said(int status, Json body) {
        static Said error(int status, String code, String message, String path) {
            return new Said(
                    status,
                    Json.obj()
                            .with("code", code)
                            .with("message", message)
                            .with("region", "garage")
                            .with("path", path));
        }
    }

    Said to(String method, String path, Map<String, String> query, Json.Obj body) {
        return buckets.to(method + " " + path, path, query, body)
                .orElseGet(() -> ofCluster(method, path, body));
    }

    private Said ofCluster(String method, String path, Json.Obj body) {
        return switch (method + " " + path) {
            case "GET /v2/GetClusterStatus" -> ok(status());
            case "GET /v2/GetClusterHealth" -> ok(health());
            case "GET /v2/GetClusterLayout" -> ok(cluster.layout());
            case "GET /v2/GetClusterLayoutHistory" -> {
                cluster.advance();
                yield ok(cluster.history());
            }
            case "GET /v2/GetNodeInfo" -> ok(everyNode(this::info));
            case "POST /v2/ListWorkers" -> ok(everyNode(this::workers));
            case "POST /v2/UpdateClusterLayout" -> update(body);
            case "POST /v2/PreviewClusterLayoutChanges" -> ok(preview());
            case "POST /v2/ApplyClusterLayout" -> apply(body);
            case "POST /v2/RevertClusterLayout" -> {
                cluster.revert();
                yield ok(cluster.layout());
            }
            default ->
                    Said.error(
                            400,
                            "InvalidRequest",
                            "Bad request: Unknown API endpoint: " + method + " " + path,
                            path);
        };
    }

    private static Said ok(Json body) {
        return new Said(200, body);
    }

    private Json.Obj status() {
        List<Json> rows = new ArrayList<>();
        for (int i = 1; i <= cluster.nodes().size(); i++) {
            PracticeNode node = cluster.nodes().get(i - 1);
            boolean up = cluster.up(i);
            Json.Obj disk = Json.obj().with("available", 73_058_287_616L);
            rows.add(
                    Json.obj()
                            .with("id", node.id())
                            .with("garageVersion", Json.of("cargo:2.5.0"))
                            .with("addr", up ? Json.of(address(i)) : Json.Null.NULL)
                            .with("hostname", node.name())
                            .with("isUp", Json.of(up))
                            .with("lastSeenSecsAgo", i == 1 ? Json.Null.NULL : Json.of(3))
                            .with("role", cluster.role(node.id()))
                            .with("draining", Json.of(false))
                            .with("dataPartition", disk.with("total", 270_553_174_016L))
                            .with("metadataPartition", disk.with("total", 270_553_174_016L))
                            .with("resyncQueueLen", cluster.queues.getOrDefault(node.id(), 0L)));
        }
        return Json.obj().with("layoutVersion", cluster.version()).with("nodes", Json.arr(rows));
    }

    /** As in the captures: the lab's daemons have an address each. */
    static String address(int node) {
        return "127.0.2." + node + ":3901";
    }

    private Json.Obj health() {
        int all = cluster.nodes().size();
        int up = all - cluster.dead.size();
        return Json.obj()
                .with("status", up == all ? "healthy" : up > all - 2 ? "degraded" : "unavailable")
                .with("knownNodes", all)
                .with("connectedNodes", up)
                .with("storageNodes", all)
                .with("storageNodesUp", up)
                .with("partitions", 256)
                .with("partitionsQuorum", up > all - 2 ? 256 : 150)
                .with("partitionsAllOk", up == all ? 256 : 150);
    }

    private interface Row {
        Json of(PracticeNode node);
    }

    private Json.Obj everyNode(Row row) {
        Json.Obj success = Json.obj();
        Json.Obj error = Json.obj();
        for (int i = 1; i <= cluster.nodes().size(); i++) {
            PracticeNode node = cluster.nodes().get(i - 1);
            if (cluster.up(i)) {
                success = success.with(node.id(), row.of(node));
            } else {
                String reason = "Network error: Not connected: " + node.id().substring(0, 16);
                error = error.with(node.id(), reason);
            }
        }
        return Json.obj().with("success", success).with("error", error);
    }

    private Json info(PracticeNode node) {
        return Json.obj()
                .with("nodeId", node.id())
                .with("hostname", node.name())
                .with("garageVersion", "cargo:2.5.0")
                .with("garageFeatures", Json.texts(List.of("bundled-libs", "lmdb", "metrics")))
                .with("rustVersion", "1.95.0")
                .with("dbEngine", "LMDB (using Heed crate)")
                .with("connectionParameters", Json.obj().with("region", "garage"))
                .with("isUp", Json.of(true))
                .with("role", cluster.role(node.id()))
                .with("draining", Json.of(false));
    }

    private Json workers(PracticeNode node) {
        Json queue = Json.of(cluster.queues.getOrDefault(node.id(), 0L));
        Json failed = Json.of(cluster.errors.getOrDefault(node.id(), 0L));
        return Json.arr(
                List.of(
                        worker(1, "Block resync queue deferred worker", Json.of(0), Json.Null.NULL),
                        worker(2, "Block resync worker #1", queue, failed),
                        worker(3, "Block resync worker #2", Json.Null.NULL, Json.Null.NULL),
                        worker(11, "admin_token sync", Json.of(0), Json.Null.NULL)));
    }

    private static Json.Obj worker(int id, String name, Json queue, Json failed) {
        return Json.obj()
                .with("id", id)
                .with("name", name)
                .with("state", "idle")
                .with("errors", 0)
                .with("consecutiveErrors", 0)
                .with("lastError", Json.Null.NULL)
                .with("tranquility", Json.Null.NULL)
                .with("progress", Json.Null.NULL)
                .with("queueLength", queue)
                .with("persistentErrors", failed)
                .with("freeform", Json.arr(List.of()));
    }

    private Said update(Json.Obj body) {
        String path = "/v2/UpdateClusterLayout";
        for (Json.Obj role : body.objects("roles")) {
            if (!cluster.knows(role.text("id").orElse(""))) {
                return Said.error(
                        400, "InvalidRequest", "Bad request: Invalid node identifier", path);
            }
            if (role.number("capacity").orElse(1024L) < 1024) {
                return Said.error(
                        400,
                        "InvalidRequest",
                        "Bad request: Capacity should be at least 1K (1024)",
                        path);
            }
        }
        body.objects("roles").forEach(cluster::stage);
        return ok(cluster.layout());
    }

    /** An impossible layout is a 200 with nothing but the error in it. */
    private Json.Obj preview() {
        Map<String, Json.Obj> roles = new TreeMap<>();
        LayoutMath math = cluster.next(roles);
        if (!math.error().isEmpty()) {
            return Json.obj().with("error", math.error());
        }
        Json.Obj layout =
                SimulatedCluster.layout(
                        cluster.version() + 1, cluster.figures(roles, math).values(), math.size());
        return Json.obj()
                .with("message", Json.texts(List.of("simulated")))
                .with("statistics", statistics(math, roles))
                .with("newLayout", layout);
    }

    private Json.Obj statistics(LayoutMath math, Map<String, Json.Obj> roles) {
        long total = roles.values().stream().mapToLong(r -> r.number("capacity").orElse(0L)).sum();
        long used = math.stored().values().stream().mapToLong(i -> i).sum() * math.size();
        return Json.obj()
                .with("replicationFactor", 3)
                .with("effectiveZoneRedundancy", math.spread())
                .with("partitionSize", math.size())
                .with("previousPartitionSize", cluster.partitionSize())
                .with("lowPartitionSize", Json.of(math.size() < 100))
                .with("usableCapacity", used)
                .with("totalCapacity", total)
                .with("effectiveCapacity", used / 3)
                .with("lowUsableCapacity", Json.of(used * 5 < total * 4))
                .with("totalMovedPartitions", cluster.moved(math))
                .with("zones", Json.arr(List.of()));
    }

    /** Every refusal of an apply is a 500, as Garage has it. */
    private Said apply(Json.Obj body) {
        String path = "/v2/ApplyClusterLayout";
        if (body.number("version").isEmpty()) {
            return Said.error(
                    400,
                    "InvalidRequest",
                    "Bad request: Invalid JSON: missing field `version` at line 1 column 2",
                    path);
        }
        if (body.number("version").orElse(0L) != cluster.version() + 1) {
            return versionTaken(path);
        }
        Json.Obj preview = preview();
        if (preview.text("error").isPresent()) {
            String error = preview.text("error").orElse("");
            return Said.error(500, "InternalError", "Internal error: " + error, path);
        }
        cluster.apply();
        return ok(
                Json.obj()
                        .with("message", preview.at("message"))
                        .with("statistics", preview.at("statistics"))
                        .with("layout", cluster.layout()));
    }

    static Said versionTaken(String path) {
        return Said.error(500, "InternalError", "Internal error: Invalid new layout version", path);
    }
}
