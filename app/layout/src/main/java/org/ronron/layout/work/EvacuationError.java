package org.ronron.layout.work;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** Why a machine is not emptied. A connector that uses {@link Evacuation} brings the texts. */
public enum EvacuationError implements ErrorCode {
    /** It is not there to be emptied. Details: {@code node}, {@code status}. */
    AWAY("R-EVA-01"),
    /** Somebody else empties it already. Details: {@code node}. */
    BY_OTHERS("R-EVA-02");

    private final String id;

    EvacuationError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }
}
