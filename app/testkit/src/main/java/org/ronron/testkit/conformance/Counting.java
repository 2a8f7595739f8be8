package org.ronron.testkit.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronron.api.Action;

/** A good server behind something that counts what comes. */
public interface Counting extends AutoCloseable {
    /** Settings that reach it. */
    Map<String, String> settings();

    /**
     * Settings of the same server that pass by what counts, where the proof may bring it forward:
     * then each step is tried again once the one before it is done. Empty where it may change
     * nothing.
     */
    Optional<Map<String, String>> beside();

    /**
     * What came and could change something.
     *
     * @param reads whether a script that was sent says of itself that it only reads
     */
    List<String> changes(Predicate<String> reads);

    /**
     * Whether {@link #changes} also sees what a client library sends over sockets of its own (a
     * server's log of statements, a proxy for its protocol). Without it such a connector fails.
     */
    default boolean countsLibraries() {
        return false;
    }

    /**
     * Actions with the arguments of a real plan, for verbs whose arguments no move has.
     *
     * @param endpointId for the actions
     */
    default List<Action> samples(String endpointId) {
        return List.of();
    }

    /** One change that may be made, to see that this counts; the way of {@link Attempts} else. */
    default Optional<Action> one(String endpointId) {
        return Optional.empty();
    }

    /** How many came, those that only read too. */
    int calls();

    @Override
    void close();
}
