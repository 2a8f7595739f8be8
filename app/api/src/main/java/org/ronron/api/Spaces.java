package org.ronron.api;

import java.util.List;
import java.util.Map;

/**
 * A system that holds parts of spaces. All that it holds stands in {@link Observation#links()},
 * cheaply told; making and changing is done by actions that blueprints name.
 */
public interface Spaces extends Capability {
    /**
     * What blueprints may name of this connection as {@code ${role.key}}: where the machines of the
     * spaces reach it ({@code host}, {@code port}), a domain. No I/O, no secret.
     */
    Map<String, String> facts();

    /**
     * Looks closely at the parts of one space, now; it may cost several calls. Parts that are not
     * there are left out.
     */
    List<LinkFact> look(String space) throws ConnectorException;
}
