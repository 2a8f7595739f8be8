package org.ronron.core.port;

import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;

/** Our own state could not be read or written; nothing of the attempt was kept. */
public final class StorageException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public StorageException(Fault fault, @Nullable Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
