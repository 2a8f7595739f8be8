package org.ronron.api;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Something that runs on a node, or that should.
 *
 * @param nodeKey the key of the node that it runs on; empty, or of no node that the same
 *     observation holds, when it has no place
 * @param group what its siblings share (a job, an image, a unit)
 * @param memory bytes reserved; empty when not known
 * @param cpu MHz reserved; empty when not known
 * @param disk bytes reserved; empty when not known
 * @param memoryMost bytes that it may have at most, where that is more than {@code memory}: what is
 *     between the two is promised more than once; empty when it is held to what it reserves
 * @param memoryUsed bytes in use now
 * @param labels further facts, as text; keys are {@code fact.<key>} in the connector's texts
 */
public record WorkloadFact(
        String key,
        String nodeKey,
        String name,
        Optional<String> group,
        State state,
        OptionalLong memory,
        OptionalLong cpu,
        OptionalLong disk,
        OptionalLong memoryMost,
        OptionalLong memoryUsed,
        Map<String, String> labels) {
    /**
     * The label of one that has no place: the kind of the connector's finding that says why, whose
     * details are the other labels.
     */
    public static final String WHY = "why";

    /** Where it is in its life. */
    public enum State {
        RUNNING,
        STARTING,
        STOPPED,
        FAILED,
        /** Its machine went away with it, and it has no other place. */
        LOST,
        /** It has found no place yet. */
        WAITING,
        /** Nobody can tell; what it reserves is kept for it. */
        UNKNOWN;

        /** Whether its system keeps for it what it reserves. */
        public boolean counts() {
            return this == RUNNING || this == STARTING || this == UNKNOWN;
        }
    }

    public WorkloadFact {
        labels = Map.copyOf(labels);
    }

    /** One of which no more is told than what it reserves. */
    public WorkloadFact(
            String key,
            String nodeKey,
            String name,
            Optional<String> group,
            State state,
            OptionalLong memory,
            OptionalLong cpu) {
        this(
                key,
                nodeKey,
                name,
                group,
                state,
                memory,
                cpu,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Map.of());
    }

    /** One of which nobody says what it reserves. */
    public static WorkloadFact of(
            String key, String nodeKey, String name, Optional<String> group, State state) {
        OptionalLong unknown = OptionalLong.empty();
        return new WorkloadFact(key, nodeKey, name, group, state, unknown, unknown);
    }

    /** One that has found no place, and what was found of it. */
    public static WorkloadFact waiting(String key, String name, String group, FindingFact why) {
        return of(key, "", name, Optional.of(group), State.WAITING).placeless(why);
    }

    /** The same, whose place is none, and what was found of that. */
    public WorkloadFact placeless(FindingFact why) {
        Map<String, String> more = new TreeMap<>(labels);
        more.putAll(why.details());
        more.put(WHY, why.kind());
        return withLabels(more);
    }

    /** The same with what it reserves. */
    public WorkloadFact reserving(OptionalLong ofMemory, OptionalLong ofCpu, OptionalLong ofDisk) {
        return new WorkloadFact(
                key,
                nodeKey,
                name,
                group,
                state,
                ofMemory,
                ofCpu,
                ofDisk,
                memoryMost,
                memoryUsed,
                labels);
    }

    /** The same with the disk that it reserves. */
    public WorkloadFact withDisk(OptionalLong reserved) {
        return new WorkloadFact(
                key,
                nodeKey,
                name,
                group,
                state,
                memory,
                cpu,
                reserved,
                memoryMost,
                memoryUsed,
                labels);
    }

    /** The same with its limit, and with what is in use of it. */
    public WorkloadFact withMemory(OptionalLong most, OptionalLong used) {
        return new WorkloadFact(
                key, nodeKey, name, group, state, memory, cpu, disk, most, used, labels);
    }

    /** The same with these facts. */
    public WorkloadFact withLabels(Map<String, String> told) {
        return new WorkloadFact(
                key, nodeKey, name, group, state, memory, cpu, disk, memoryMost, memoryUsed, told);
    }
}
