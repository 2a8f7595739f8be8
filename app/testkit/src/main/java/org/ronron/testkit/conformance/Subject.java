package org.ronron.testkit.conformance;

import java.util.List;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Session;

/**
 * A server under test, started and good: the real one where it runs, else a simulator. Closing it
 * stops it.
 */
public interface Subject extends AutoCloseable {
    /** Settings that reach it. */
    Map<String, String> settings();

    /** Secrets that it accepts, by the setting's key. */
    Map<String, String> secrets();

    /**
     * The mutating actions that the suite tries, in an order in which each can be done once the one
     * before is; none for a connector that only reads.
     *
     * @param session a writable session on this server
     */
    default List<Action> actions(Session session) throws ConnectorException {
        return List.of();
    }

    @Override
    void close();
}
