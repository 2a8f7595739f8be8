package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.Optional;
import org.ronron.api.Calm;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.Traffic;

/**
 * Waits until nothing moves any more: one live layout version, and every node's resync queue empty
 * without errors, twice in a row. Between metadata and blocks a queue is empty for a moment, so one
 * look is not enough.
 */
record Settling(LayoutCalls calls, Host host) {
    static final Calm CALM = new Calm(Duration.ofSeconds(2));

    /**
     * @param before what the look before found; without it a clean look is the first
     * @throws ConnectorException {@link GarageError#LAYOUTS_DIFFER} when nodes hold different
     *     layouts under one number: that never settles by itself
     */
    Evidence look(long version, Optional<Evidence> before) throws ConnectorException {
        RoleLayout layout = calls.layout();
        Traffic traffic = calls.traffic();
        boolean still = traffic.current() >= version && traffic.still(layout);
        if (still) {
            String nodes = String.join(", ", calls.anyUnlike(layout));
            if (!nodes.isEmpty()) {
                throw calls.admin().fault(GarageError.LAYOUTS_DIFFER, "nodes", nodes);
            }
        }
        return CALM.look(still, traffic.words(), before, host.clock().instant());
    }
}
