package org.ronron.core.plan;

/**
 * What the volunteer wants: a node in another zone.
 *
 * @param truth what is true of the machine in the world
 */
public record MoveNode(String nodeId, String zone, Truth truth) implements NodeChange {
    /** What a drop asks. */
    public enum Truth {
        /** The machine stands there already; the systems do not know yet. */
        ALREADY_THERE,
        /** Somebody will carry it: adds the steps for hands. */
        WILL_CARRY,
        /** It never moved: its label was wrong. */
        LABEL_WRONG
    }
}
