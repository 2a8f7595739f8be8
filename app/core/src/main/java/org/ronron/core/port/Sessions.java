package org.ronron.core.port;

import org.ronron.api.Fault;
import org.ronron.api.LiveValue;
import org.ronron.api.Session;

/**
 * Lends sessions on configured endpoints by their id. Opening sends no byte. Whoever opens a
 * session closes it. Safe from any thread.
 */
public interface Sessions {
    /**
     * A session with no path to a change.
     *
     * @throws RefusedException when the endpoint or its connector is not known, or its settings are
     *     not valid
     */
    Session reading(String endpointId) throws RefusedException;

    /**
     * A session that may change the system.
     *
     * @throws RefusedException {@link OwnError#WRITING_OFF} when writing is not switched on now,
     *     and as {@link #reading}
     */
    Session writing(String endpointId) throws RefusedException;

    /**
     * A session that may send notices, and change nothing else: allowed by the connection's own
     * setting ({@code Notices.wanted}), without writing being switched on.
     *
     * @throws RefusedException as {@link #writing}, where that setting says off
     */
    default Session telling(String endpointId) throws RefusedException {
        return writing(endpointId);
    }

    /**
     * Whether a call on it would need a secret out of a vault that is locked: no step is begun on
     * it then, and none fails for it.
     */
    default boolean locked(String endpointId) {
        return false;
    }

    /**
     * Reads a value that is kept nowhere. May wait for a system.
     *
     * @throws RefusedException {@link OwnError#CONTACT_GONE}, or its source's fault
     */
    default String live(LiveValue value) throws RefusedException {
        throw new RefusedException(Fault.of(OwnError.CONTACT_GONE, "", "request", value.request()));
    }
}
