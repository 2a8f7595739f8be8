package org.ronron.api;

import java.util.List;

/** Where a cluster's nodes stand, and how that is changed. */
public interface Placement extends Capability {
    /**
     * What the moves would do. A pure function of the state: no I/O, any thread, within 50 ms for
     * 100 nodes.
     *
     * @param state {@link ClusterFact#state()} of an observation
     */
    Forecast forecast(Json.Obj state, List<Move> moves);

    /**
     * The steps that carry the moves out, in order; each waits for the one before.
     *
     * @param state the same state that the forecast was made from
     * @throws ConnectorException when this version or state allows no change (read-only version,
     *     somebody else's changes staged, a change under way)
     */
    List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException;

    /**
     * One step.
     *
     * @param text key of the connector's texts that says in words what it does
     * @param waiting true for a step that only waits for the world: probed, never performed
     */
    record PlacementStep(String text, Action action, boolean waiting) {}
}
