package org.ronron.core.desk;

import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** Refusals of the desk, in one line each. */
final class Refuse {
    private Refuse() {}

    /** Details as name, value, name, value. */
    static RefusedException of(ErrorCode code, String endpoint, String... details) {
        return new RefusedException(Fault.of(code, endpoint, details));
    }

    static RefusedException setting(String setting, String reason) {
        return of(CommonError.BAD_SETTING, "", "setting", setting, "reason", reason);
    }

    static RefusedException internal(String what) {
        return of(OwnError.INTERNAL, "", "what", what);
    }

    static RefusedException cannotMove(String node, String reason) {
        return of(OwnError.CANNOT_MOVE, "", "node", node, "reason", reason);
    }
}
