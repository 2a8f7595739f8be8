package org.ronron.core.plan;

import java.time.InstantSource;
import java.util.List;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Ids;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * From wished moves to a plan. Pure but for the sessions it is lent: those are opened for their
 * rules, and not one call is made on them. Any thread.
 */
public final class Planner {
    public Planner(Sessions sessions, Ids ids, InstantSource clock) {}

    /**
     * The plan that carries these moves out: all moves of one cluster in one change of it, what
     * hands have to do before, what has to be waited for after. Moves of a node to where it stands
     * are left out.
     *
     * @param now the picture, of whose observations the plan takes its basis
     * @throws RefusedException {@code CANNOT_MOVE}, {@code CONFLICTING}, {@code NOTHING_TO_DO}, or
     *     what a connector's placement refuses with
     */
    public Plan plan(Collective now, List<MoveNode> moves) throws RefusedException {
        throw new UnsupportedOperationException();
    }
}
