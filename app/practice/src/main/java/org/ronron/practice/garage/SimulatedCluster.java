package org.ronron.practice.garage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ronron.api.Json;

/** The state behind the simulator. Not thread-safe: its owner holds the lock. */
final class SimulatedCluster {
    private static final int COPIES = 3;
    private final List<PracticeNode> nodes;
    private final Map<String, Json.Obj> roles = new TreeMap<>();
    private final Map<String, Json.Obj> staged = new LinkedHashMap<>();
    final TreeSet<Integer> dead = new TreeSet<>();
    final Map<String, Long> queues = new TreeMap<>();
    final Map<String, Long> errors = new TreeMap<>();
    private final Map<String, int[]> trackers = new TreeMap<>();
    private long version;
    private long partitionSize;
    private long live;
    private int stage;

    SimulatedCluster(List<PracticeNode> nodes) {
        this.nodes = List.copyOf(nodes);
        for (PracticeNode node : nodes) {
            staged.put(node.id(), role(node, node.zone()));
        }
        apply();
        live = version;
    }

    static Json.Obj role(PracticeNode node, String zone) {
        return Json.obj()
                .with("id", node.id())
                .with("zone", zone)
                .with("tags", Json.texts(List.of(node.name())))
                .with("capacity", node.capacity());
    }

    long version() {
        return version;
    }

    boolean knows(String id) {
        return id.matches("[0-9a-f]{64}");
    }

    /** A role equal to the present one takes the change out of the staging again. */
    void stage(Json.Obj change) {
        String id = change.text("id").orElse("");
        Json.Obj now = roles.getOrDefault(id, Json.obj());
        boolean same =
                List.of("zone", "tags", "capacity").stream()
                        .allMatch(member -> now.at(member).equals(change.at(member)));
        staged.remove(id);
        if (!same) {
            staged.put(id, change);
        }
    }

    void revert() {
        staged.clear();
    }

    /** What the next layout would be: its roles and its figures, nothing changed. */
    LayoutMath next(Map<String, Json.Obj> into) {
        into.putAll(roles);
        staged.forEach(
                (id, change) -> {
                    if (change.bool("remove").orElse(false)) {
                        into.remove(id);
                    } else {
                        into.put(id, change);
                    }
                });
        List<LayoutMath.Seat> seats = new ArrayList<>();
        for (Json.Obj role : into.values()) {
            String id = role.text("id").orElse("");
            long stored = roles.getOrDefault(id, Json.obj()).number("storedPartitions").orElse(0L);
            seats.add(
                    new LayoutMath.Seat(
                            id,
                            role.text("zone").orElse(""),
                            role.number("capacity").orElse(0L),
                            (int) stored));
        }
        return LayoutMath.of(seats, COPIES, 0);
    }

    /** Applies what is staged, by whomever; the caller has checked the version. */
    void apply() {
        Map<String, Json.Obj> next = new TreeMap<>();
        LayoutMath math = next(next);
        roles.clear();
        roles.putAll(figures(next, math));
        staged.clear();
        partitionSize = math.size();
        version++;
        stage = 0;
        nodes.forEach(
                node -> trackers.put(node.id(), new int[] {(int) live, (int) live, (int) live}));
    }

    Map<String, Json.Obj> figures(Map<String, Json.Obj> bare, LayoutMath math) {
        Map<String, Json.Obj> full = new TreeMap<>();
        bare.forEach(
                (id, role) -> {
                    int stored = math.stored().getOrDefault(id, 0);
                    full.put(
                            id,
                            role.with("storedPartitions", stored)
                                    .with("usableCapacity", stored * math.size()));
                });
        return full;
    }

    int moved(LayoutMath math) {
        int moved = 0;
        for (Map.Entry<String, Integer> node : math.stored().entrySet()) {
            Json.Obj role = roles.getOrDefault(node.getKey(), Json.obj());
            moved +=
                    (int) Math.max(0, node.getValue() - role.number("storedPartitions").orElse(0L));
        }
        return moved;
    }

    Json.Obj layout() {
        return layout(version, roles.values(), partitionSize)
                .with("stagedRoleChanges", Json.arr(staged.values()));
    }

    static Json.Obj layout(long version, Collection<Json.Obj> roles, long partitionSize) {
        return Json.obj()
                .with("version", version)
                .with("roles", Json.arr(roles))
                .with("parameters", Json.obj().with("zoneRedundancy", "maximum"))
                .with("partitionSize", partitionSize)
                .with("stagedRoleChanges", Json.arr(List.of()))
                .with("stagedParameters", Json.Null.NULL);
    }

    long partitionSize() {
        return partitionSize;
    }

    boolean draining() {
        return live < version;
    }

    /** One round of ack, sync and sync ack; a dead node holds all up. Blocks follow after it. */
    void advance() {
        if (draining() && dead.isEmpty()) {
            int column = Math.min(stage++, 3);
            if (column < 3) {
                trackers.values().forEach(tracker -> tracker[column] = (int) version);
            } else {
                live = version;
                queues.put(nodes.getFirst().id(), 4L);
            }
        } else if (!draining()) {
            queues.replaceAll((id, length) -> Math.max(0, length - 2));
        }
    }

    Json.Obj history() {
        List<Json> versions = new ArrayList<>();
        for (long v = version; v >= 1; v--) {
            String status = v == version ? "Current" : v >= live ? "Draining" : "Historical";
            versions.add(
                    Json.obj()
                            .with("version", v)
                            .with("status", status)
                            .with("storageNodes", nodes.size())
                            .with("gatewayNodes", 0));
        }
        Json.Obj rows = Json.obj();
        for (Map.Entry<String, int[]> tracker : trackers.entrySet()) {
            int[] at = tracker.getValue();
            rows =
                    rows.with(
                            tracker.getKey(),
                            Json.obj()
                                    .with("ack", at[0])
                                    .with("sync", at[1])
                                    .with("syncAck", at[2]));
        }
        int acknowledged = trackers.values().stream().mapToInt(at -> at[0]).min().orElse(0);
        return Json.obj()
                .with("currentVersion", version)
                .with("minAck", draining() ? acknowledged : version)
                .with("versions", Json.arr(versions))
                .with("updateTrackers", draining() ? rows : Json.Null.NULL);
    }

    boolean up(int node) {
        return !dead.contains(node);
    }

    List<PracticeNode> nodes() {
        return nodes;
    }

    Json role(String id) {
        Json.Obj role = roles.get(id);
        return role == null
                ? Json.Null.NULL
                : Json.obj()
                        .with("zone", role.at("zone"))
                        .with("tags", role.at("tags"))
                        .with("capacity", role.at("capacity"));
    }
}
