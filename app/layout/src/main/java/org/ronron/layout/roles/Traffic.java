package org.ronron.layout.roles;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.Json;

/**
 * What still moves in the cluster.
 *
 * @param current the layout's version
 * @param live versions that are still in use; more than one while metadata move
 * @param queues blocks that wait in each node's resync queue, by node id
 * @param errors blocks that could not be brought, by node id
 * @param silent so many nodes did not answer
 */
public record Traffic(
        long current,
        List<Long> live,
        Map<String, Long> queues,
        Map<String, Long> errors,
        int silent) {
    /** Nothing is known of it. */
    public static final Traffic NONE = new Traffic(0, List.of(), Map.of(), Map.of(), 0);

    public Traffic {
        live = List.copyOf(live);
        queues = Map.copyOf(queues);
        errors = Map.copyOf(errors);
    }

    /**
     * @param history as {@code GetClusterLayoutHistory} answers it
     * @param workers as {@code ListWorkers} of every node does
     */
    public static Traffic of(Json.Obj history, Json.Obj workers) {
        List<Long> live =
                history.objects("versions").stream()
                        .filter(v -> !v.text("status").orElse("").equals("Historical"))
                        .map(version -> version.number("version").orElse(0L))
                        .toList();
        Map<String, Long> queues = new TreeMap<>();
        Map<String, Long> errors = new TreeMap<>();
        Json.Obj nodes = workers.object("success");
        for (String node : nodes.members().keySet()) {
            for (Json.Obj worker : nodes.objects(node)) {
                if (worker.text("name").orElse("").startsWith("Block resync")) {
                    queues.merge(node, worker.number("queueLength").orElse(0L), Long::max);
                    errors.merge(node, worker.number("persistentErrors").orElse(0L), Long::max);
                }
            }
        }
        int silent = workers.object("error").members().size();
        long current = history.number("currentVersion").orElse(0L);
        return new Traffic(current, live, queues, errors, silent);
    }

    /** Whether metadata still move. */
    public boolean draining() {
        return live.size() > 1;
    }

    /** Blocks that wait on all nodes. */
    public long queued() {
        return queues.values().stream().mapToLong(Long::longValue).sum();
    }

    private long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Nothing moves, on any node of the layout, and nothing failed. */
    public boolean still(RoleLayout layout) {
        boolean quiet = silent == 0 && !draining() && queued() == 0 && failed() == 0;
        return quiet && layout.now().nodes().stream().allMatch(n -> queues.containsKey(n.id()));
    }

    /** One line for people, figures only. */
    public String words() {
        return "layout %d, live %s, resync %d, errors %d, silent %d"
                .formatted(current, live, queued(), failed(), silent);
    }
}
