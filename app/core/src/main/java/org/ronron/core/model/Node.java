package org.ronron.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.NodeFact;
import org.ronron.api.WorkloadFact;

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
     * @param zone where this endpoint says that it stands; empty when it does not say
     * @param reach whether this endpoint sees it
     * @param answered when the endpoint said so
     */
    public record Presence(
            String endpointId,
            String endpointName,
            String type,
            String key,
            String cluster,
            String role,
            Map<String, String> labels,
            String zone,
            NodeFact.Reach reach,
            Optional<Instant> answered) {
        /** The label by which a system says that it is emptying a machine: {@link #YES}. */
        public static final String DRAINING = "draining";

        /** The label by which a system says whether it may place services there. */
        public static final String ELIGIBLE = "eligible";

        public static final String YES = "yes";
        public static final String NO = "no";

        /** Of an endpoint that says neither where it stands nor whether it sees it. */
        public Presence(
                String endpointId,
                String endpointName,
                String type,
                String key,
                String cluster,
                String role,
                Map<String, String> labels) {
            this(
                    endpointId,
                    endpointName,
                    type,
                    key,
                    cluster,
                    role,
                    labels,
                    "",
                    NodeFact.Reach.UNKNOWN,
                    Optional.empty());
        }

        /** Whether the endpoint says that it stands in another zone than this one. */
        public boolean contradicts(String other) {
            return !zone.isEmpty() && !zone.equals(other);
        }

        /** Whether its system places nothing more on it and moves away what runs there. */
        public boolean draining() {
            return labels.getOrDefault(DRAINING, "").equals(YES);
        }

        /** Whether its system places services on it, as far as it says. */
        public boolean takes() {
            return reach != NodeFact.Reach.DOWN && !draining() && !closed();
        }

        /** Whether its system says of each machine if it places services there. */
        public boolean places() {
            return !cluster.isEmpty() && labels.containsKey(ELIGIBLE);
        }

        /** Whether its system is told to place nothing on it. */
        public boolean closed() {
            return labels.getOrDefault(ELIGIBLE, YES).equals(NO);
        }

        /** The same, said to stand elsewhere. */
        public Presence in(String other) {
            return new Presence(
                    endpointId,
                    endpointName,
                    type,
                    key,
                    cluster,
                    role,
                    labels,
                    other,
                    reach,
                    answered);
        }
    }

    public Node {
        presences = List.copyOf(presences);
        workloads = List.copyOf(workloads);
    }

    /** Whether every system that places services takes it as told. */
    public boolean serves(boolean wished) {
        return presences.stream()
                .filter(Presence::places)
                .allMatch(p -> wished ? p.takes() : p.closed() && !p.draining() && empty(p));
    }

    private boolean empty(Presence presence) {
        return workloads.stream()
                .filter(w -> w.id().startsWith(presence.endpointId() + "/"))
                .noneMatch(w -> w.state() == WorkloadFact.State.RUNNING);
    }

    /** Whether it stands in this zone by the word of every system that says where it stands. */
    public boolean standsIn(String place) {
        return zone.equals(place) && presences.stream().noneMatch(p -> p.contradicts(place));
    }
}
