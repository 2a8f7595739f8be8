package org.ronron.api;

import org.jspecify.annotations.Nullable;

/**
 * A system could not be read or changed. Holds the {@link Fault}; the cause is for the log only.
 */
public final class ConnectorException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public ConnectorException(Fault fault) {
        this(fault, null);
    }

    public ConnectorException(Fault fault, @Nullable Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
