package org.ronron.api;

import java.util.OptionalLong;

/**
 * What of a machine services cannot have, and what is really in use; each empty where nobody tells
 * it.
 *
 * @param memoryKept bytes that a scheduler leaves to the machine itself: it places nothing there
 * @param cpuKept MHz, likewise
 * @param diskKept bytes, likewise; told by a system whose {@link NodeFact#disk} is the one that
 *     workloads reserve parts of, be it zero
 * @param memoryUsed bytes in use now, by whatever it is; caches that give way are not
 * @param cpuUsed MHz in use, of late
 */
public record NodeRoom(
        OptionalLong memoryKept,
        OptionalLong cpuKept,
        OptionalLong diskKept,
        OptionalLong memoryUsed,
        OptionalLong cpuUsed) {
    private static final OptionalLong NONE = OptionalLong.empty();

    public static final NodeRoom UNKNOWN = new NodeRoom(NONE, NONE, NONE, NONE, NONE);

    /** What a scheduler keeps for the machine itself, of the sizes that it tells. */
    public static NodeRoom kept(OptionalLong memory, OptionalLong cpu, OptionalLong disk) {
        return new NodeRoom(memory, cpu, disk, NONE, NONE);
    }

    /** The same with what is in use. */
    public NodeRoom used(OptionalLong memory, OptionalLong cpu) {
        return new NodeRoom(memoryKept, cpuKept, diskKept, memory, cpu);
    }
}
