package org.ronron.api;

import java.util.Optional;

/** What the engine calls. Every action that a connector offers is understood by all four. */
public interface Actions extends Capability {
    /** Class, exact call, mark and deadline. Pure: no I/O. */
    ActionSpec describe(Action action);

    /**
     * Does it, once.
     *
     * @return what came of it, for later steps and for the journal; never a secret
     * @throws ConnectorException whose {@link Fault#effect()} says whether it may have taken effect
     */
    Json.Obj perform(Action action, Progress progress) throws ConnectorException;

    /** Looks at the world, and says what is there of this action. Changes nothing. */
    Evidence probe(Action action) throws ConnectorException;

    /**
     * As {@link #probe(Action)}, with what the probe before found, if the journal knows it: for a
     * wait that has to see the same thing twice, over days and restarts. A connector that has no
     * such wait leaves it as it is.
     */
    default Evidence probe(Action action, Optional<Evidence> before) throws ConnectorException {
        return probe(action);
    }

    /** The action that undoes it, if there is one. It is planned and reviewed like any other. */
    Optional<Action> inverse(Action action);

    /**
     * The action that would mend what stopped this one, if the system's own words show one that is
     * safe to offer. It is planned and reviewed like any other; then the step is tried again.
     *
     * @param failed what it stopped with; it comes from the journal, so that its code is known by
     *     its id
     */
    default Optional<Action> remedy(Action action, Fault failed) {
        return Optional.empty();
    }
}
