package org.ronron.api;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that runs on a node.
 *
 * @param group what its siblings share (a job, an image, a unit)
 * @param memory bytes reserved; empty when not known
 * @param cpu MHz reserved; empty when not known
 */
public record WorkloadFact(
        String key,
        String nodeKey,
        String name,
        Optional<String> group,
        State state,
        OptionalLong memory,
        OptionalLong cpu) {
    /** Where it is in its life. */
    public enum State {
        RUNNING,
        STARTING,
        STOPPED,
        FAILED,
        UNKNOWN
    }
}
