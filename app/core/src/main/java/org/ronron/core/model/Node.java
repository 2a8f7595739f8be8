package org.ronron.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.NodeFact;

/**
 * One machine, joined from all that the endpoints say of it.
 *
 * @param id stable in the model: made when first seen
 * @param zoneByHand whether the zone is an edit of ours, not a system's word
 * @param movable whether hands can carry it; with {@code immovable} the reason's text key if not
 * @param seen when it was last confirmed; the state is stale when an endpoint fell silent
 * @param free bytes of memory not reserved, where known
 */
public record Node(
        String id,
        String name,
        String zone,
        boolean zoneByHand,
        State state,
        NodeFact.Machine machine,
        Optional<String> immovable,
        Optional<Instant> seen,
        OptionalLong memory,
        OptionalLong cpu,
        OptionalLong disk,
        OptionalLong diskFree,
        List<Presence> presences,
        List<Workload> workloads,
        boolean sizesPublished,
        String owner,
        Notes notes) {
    /** As drawn; each is a shape, a colour and a word. */
    public enum State {
        FINE,
        ATTENTION,
        WRONG,
        STALE,
        /** Data still moves: do not unplug. */
        BUSY
    }

    /** What one endpoint knows of it: {@code cluster} is empty when it is in none. */
    public record Presence(
            String endpointId,
            String endpointName,
            String type,
            String key,
            String cluster,
            String role,
            Map<String, String> labels) {}

    public Node {
        presences = List.copyOf(presences);
        workloads = List.copyOf(workloads);
    }
}
