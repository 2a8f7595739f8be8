package org.ronron.core.plan;

import java.util.Optional;
import org.ronron.api.Placement;

/**
 * A step of a system with its time in the life of a move.
 *
 * @param nodeId the machine that it is of; empty when it is of all that are moved
 * @param config what an owner has to change, if it is an owner's
 */
record PhaseStep(
        Step step, Placement.Phase phase, Optional<String> nodeId, Optional<Owned> config) {

    boolean of(Wish wish) {
        return nodeId.map(id -> id.equals(wish.node().id())).orElse(true);
    }

    boolean waits() {
        return step.kind() == Step.Kind.WAIT;
    }
}
