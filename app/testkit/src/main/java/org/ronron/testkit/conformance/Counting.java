package org.ronron.testkit.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** How many came, those that only read too. */
    int calls();

    @Override
    void close();
}
