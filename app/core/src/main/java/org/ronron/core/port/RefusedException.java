package org.ronron.core.port;

import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;

/** Ronron itself refuses, or passes on what refused; the fault says why and what to do. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public RefusedException(Fault fault) {
        this(fault, null);
    }

    public RefusedException(Fault fault, @Nullable Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
