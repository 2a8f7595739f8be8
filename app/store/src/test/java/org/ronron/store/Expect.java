package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.core.port.StorageException;

/** A refusal with its code. */
final class Expect {
    private Expect() {}

    static Fault refused(ErrorCode code, Executable call) {
        Fault fault = assertThrows(StorageException.class, call).fault();
        assertEquals(code, fault.code(), fault::toString);
        assertEquals(Effect.NONE, fault.effect());
        return fault;
    }
}
