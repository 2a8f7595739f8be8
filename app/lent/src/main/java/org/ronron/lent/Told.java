package org.ronron.lent;

import java.io.IOException;
import org.ronron.api.Fault;

/** A fault, as it goes through a client library. */
final class Told extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;
    private final int status;
    private final boolean refused;

    /**
     * @param status of the answer, 0 without one
     * @param refused whether nothing was changed, for certain
     */
    Told(Fault fault, int status, boolean refused) {
        super(fault.toString());
        this.fault = fault;
        this.status = status;
        this.refused = refused;
    }

    Fault fault() {
        return fault;
    }

    int status() {
        return status;
    }

    boolean refused() {
        return refused;
    }
}
