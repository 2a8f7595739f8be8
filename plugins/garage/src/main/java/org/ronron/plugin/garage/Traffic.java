package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;

/**
 * What still moves in the cluster.
 *
 * @param current the layout's version
 * @param live versions that are still in use; more than one while metadata move
 * @param queues blocks that wait in each node's resync queue, by node id
 * @param errors blocks that could not be brought, by node id
 * @param silent nodes that did not answer
 */
record Traffic(
        long current,
        List<Long> live,
        Map<String, Long> queues,
        Map<String, Long> errors,
        List<String> silent) {

    /** Two calls: the layout history, and the workers of every node. */
    static Traffic read(Admin admin) throws ConnectorException {
        Json.Obj history = admin.get("/v2/GetClusterLayoutHistory");
        List<Long> live = new ArrayList<>();
        for (Json.Obj version : history.objects("versions")) {
            if (!version.text("status").orElse("").equals("Historical")) {
                live.add(version.number("version").orElse(0L));
            }
        }
        Json.Obj workers = admin.look("/v2/ListWorkers?node=*", Optional.<Json>of(Json.obj()));
        Map<String, Long> queues = new HashMap<>();
        Map<String, Long> errors = new HashMap<>();
        for (String node : workers.object("success").members().keySet()) {
            for (Json.Obj worker : workers.object("success").objects(node)) {
                if (worker.text("name").orElse("").startsWith("Block resync")) {
                    queues.merge(node, worker.number("queueLength").orElse(0L), Long::max);
                    errors.merge(node, worker.number("persistentErrors").orElse(0L), Long::max);
                }
            }
        }
        List<String> silent = List.copyOf(workers.object("error").members().keySet());
        return new Traffic(
                history.number("currentVersion").orElse(0L), live, queues, errors, silent);
    }

    boolean draining() {
        return live.size() > 1;
    }

    boolean queued() {
        return queues.values().stream().anyMatch(length -> length > 0);
    }

    /** Nothing moves, on any of these nodes, and nothing failed. */
    boolean still(Layout layout) {
        return silent.isEmpty()
                && !draining()
                && !queued()
                && errors.values().stream().allMatch(count -> count == 0)
                && layout.roles().stream().allMatch(role -> queues.containsKey(role.id()));
    }

    /** One line for people, figures only. */
    String words() {
        return "layout "
                + current
                + ", live "
                + live
                + ", resync "
                + queues.values().stream().mapToLong(Long::longValue).sum()
                + ", errors "
                + errors.values().stream().mapToLong(Long::longValue).sum()
                + ", silent "
                + silent.size();
    }
}
