package org.ronron.api;

import java.util.List;
import java.util.Optional;

/** Where a cluster's nodes stand, and how that is changed. */
public interface Placement extends Capability {
    /**
     * What the moves would do. A pure function of the state: no I/O, any thread, within a second
     * for 100 nodes.
     *
     * @param state {@link ClusterFact#state()} of an observation
     */
    Forecast forecast(Json.Obj state, List<Move> moves);

    /**
     * What can be said of it at once, within 50 ms for 100 nodes: capacity, redundancy, refusals.
     * What takes longer is left out.
     */
    default Forecast outlook(Json.Obj state, List<Move> moves) {
        return forecast(state, moves);
    }

    /**
     * The steps that carry the moves out, in order; each waits for the one before. Those of {@link
     * Phase#LEAVE} and {@link Phase#ARRIVE} are of one machine each: the argument {@code node} of
     * the action is its key, and a machine waits for no other's but for calls on this endpoint.
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
     * @param action what is performed, or for a wait and an owner's step only probed
     */
    record PlacementStep(String text, Action action, By by, Phase phase, Optional<Config> config) {
        /** A call in the middle of the change. */
        public static PlacementStep call(String text, Action action) {
            return new PlacementStep(text, action, By.RONRON, Phase.CHANGE, Optional.empty());
        }

        /** A wait in the middle of the change. */
        public static PlacementStep waiting(String text, Action action) {
            return new PlacementStep(text, action, By.TIME, Phase.CHANGE, Optional.empty());
        }

        /** The same step in another phase. */
        public PlacementStep in(Phase other) {
            return new PlacementStep(text, action, by, other, config);
        }

        /** A person changes the machine's configuration; the action's probe sees its effect. */
        public static PlacementStep owner(String text, Action seen, Config config) {
            return new PlacementStep(text, seen, By.OWNER, Phase.ARRIVE, Optional.of(config));
        }
    }

    /** Who does a step. */
    enum By {
        RONRON,
        /** Nobody: the world takes its time. Probed, never performed. */
        TIME,
        /** Who writes the machine's configuration: a person by hand, or in a repository. */
        OWNER
    }

    /**
     * When in the life of a move a step comes; steps of several systems on one machine are put in
     * this order, and within a phase in the order that each gives.
     */
    enum Phase {
        /** While the machine stands where it stood, before anybody touches it. */
        LEAVE,
        /** The change of the cluster itself. */
        CHANGE,
        /** Once the machine is where it should be. */
        ARRIVE
    }

    /**
     * A setting in a file on the machine that says where it stands.
     *
     * @param file absolute path, or the module that holds it
     * @param line the setting as it stands there now
     * @param wanted the same with the new zone
     * @param after the command that makes it count, to show
     */
    record Config(String file, String line, String wanted, String after) {}
}
