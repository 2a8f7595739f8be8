package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import org.ronron.practice.process.MissingProgramException;

/** Whether a test may go without the real program: {@code -Dlab=required} says no. */
public final class Lab {
    private Lab() {}

    /**
     * For the program that is not here.
     *
     * @return never: the test is skipped with the reason, or fails where the lab is required
     */
    public static AssertionError missing(MissingProgramException why) {
        String reason = String.valueOf(why.getMessage());
        if ("required".equals(System.getProperty("lab"))) {
            return fail(reason);
        }
        Assumptions.abort(reason);
        return new AssertionError(reason);
    }
}
