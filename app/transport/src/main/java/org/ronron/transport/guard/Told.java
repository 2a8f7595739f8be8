package org.ronron.transport.guard;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;

/** Carries a fault through a library that knows only {@code IOException}. */
public final class Told extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public Told(Fault fault, @Nullable Throwable cause) {
        super(fault.code().id(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
