package org.ronron.core.port;

import java.util.Optional;
import org.ronron.api.Observation;

/** Asks endpoints again, right before something is changed on them. */
public interface Freshness {
    /**
     * Asks now and keeps the answer as the endpoint's last observation. Blocks up to the endpoint's
     * timeout.
     *
     * @throws RefusedException when it does not answer
     */
    Look look(String endpointId) throws RefusedException;

    /**
     * @param before what it had said before, if anything
     */
    record Look(Optional<Observation> before, Observation now) {}
}
