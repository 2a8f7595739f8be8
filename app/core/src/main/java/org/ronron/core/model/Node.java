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
 * @param id stable from one observation to the next
 * @param zone empty when nobody has said where it stands
 * @param zoneByHand whether the zone is an edit of ours, not a system's word
 * @param seen when it was last confirmed; the state is stale when an endpoint fell silent
 * @param immovable why hands cannot carry it, as the last part of the text key {@code
 *     immovable.<reason>}: {@code rented}, {@code vm}, {@code region}, {@code sample}; empty when
 *     they can
 * @param sizesPublished false when nothing is known of what its workloads reserve: they are drawn
 *     as equal cells
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

    /**
     * What one endpoint knows of it.
     *
     * @param key the system's own id of it
     * @param cluster the key of its cluster there; empty when it is in none
     */
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
