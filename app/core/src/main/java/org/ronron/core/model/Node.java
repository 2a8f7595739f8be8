package org.ronron.core.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
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
 * @param room what of its sizes services cannot have, and what is in use
 * @param vanished since when no system names it any more, though all that did answer; it is then
 *     empty, and stays until a person dismisses it
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
        Notes notes,
        NodeRoom room,
        Optional<Instant> vanished) {
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

        /** The label that says since when it has been running, as {@code 2026-11-23 19:09 UTC}. */
        public static final String SINCE = "since";

        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC);

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

    /** One that is there, and of which nobody tells what services cannot have. */
    public Node(
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
        this(
                id,
                name,
                zone,
                zoneByHand,
                state,
                machine,
                immovable,
                seen,
                memory,
                cpu,
                disk,
                diskFree,
                presences,
                workloads,
                sizesPublished,
                owner,
                notes,
                NodeRoom.UNKNOWN,
                Optional.empty());
    }

    /** The same with what of its sizes is not for services or in use. */
    public Node withRoom(NodeRoom told) {
        return new Node(
                id,
                name,
                zone,
                zoneByHand,
                state,
                machine,
                immovable,
                seen,
                memory,
                cpu,
                disk,
                diskFree,
                presences,
                workloads,
                sizesPublished,
                owner,
                notes,
                told,
                vanished);
    }

    /**
     * What services can have of it in all: its size without what is kept for the machine itself.
     * Nomad's own page counts that as free (its issue 13501), though nothing is ever placed there.
     * Empty when its size is not known.
     */
    public OptionalLong offered(Resource resource) {
        OptionalLong size = resource.of(this);
        return size.isPresent()
                ? OptionalLong.of(Math.max(0, size.getAsLong() - resource.kept(this).orElse(0)))
                : size;
    }

    /**
     * What its workloads reserve, of those that still count. Empty when one of them does not say;
     * of the disk also when nobody says what is kept of it: then it is not the disk that is
     * reserved.
     */
    public OptionalLong reserved(Resource resource) {
        if (resource == Resource.DISK && resource.kept(this).isEmpty()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Workload workload : workloads) {
            OptionalLong size = resource.of(workload);
            if (workload.counts() && size.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += workload.counts() ? size.getAsLong() : 0;
        }
        return OptionalLong.of(sum);
    }

    /**
     * What more could be reserved of it, as a scheduler counts: its size, without what is kept for
     * the machine itself and what its workloads reserve that still count. Never less than zero;
     * empty when one of these is not known.
     */
    public OptionalLong free(Resource resource) {
        OptionalLong offered = offered(resource);
        OptionalLong reserved = reserved(resource);
        return offered.isPresent() && reserved.isPresent()
                ? OptionalLong.of(Math.max(0, offered.getAsLong() - reserved.getAsLong()))
                : OptionalLong.empty();
    }

    /** Since when it has been running, where one that is asked on it says so in its labels. */
    public Optional<Instant> since() {
        return presences.stream()
                .flatMap(p -> Optional.ofNullable(p.labels().get(Presence.SINCE)).stream())
                .flatMap(text -> minute(text).stream())
                .max(Comparator.naturalOrder());
    }

    /** "2026-11-23 19:09 UTC", as labels are written for people; empty for anything else. */
    private static Optional<Instant> minute(String text) {
        try {
            return Optional.of(Instant.from(Presence.MINUTE.parse(text)));
        } catch (DateTimeException otherWords) {
            return Optional.empty();
        }
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
