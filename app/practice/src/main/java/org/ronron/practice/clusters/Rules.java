package org.ronron.practice.clusters;

import java.time.InstantSource;
import java.util.function.Function;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Placement;
import org.ronron.api.Session;

/** A connector's rules about its layout, on a session that asks nobody anything. */
public final class Rules {
    private Rules() {}

    /**
     * @param unasked the server that the session could ask
     */
    public static <T> T of(
            Connector connector,
            Http unasked,
            InstantSource clock,
            Function<Placement, T> question) {
        try (Session session = connector.open(new MemoryHost(unasked, clock))) {
            return question.apply(session.capability(Placement.class).orElseThrow());
        } catch (ConnectorException e) {
            throw new IllegalStateException("not opened: " + e.fault(), e);
        }
    }
}
