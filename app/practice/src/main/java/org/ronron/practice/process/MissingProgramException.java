package org.ronron.practice.process;

/**
 * A program is not on this machine; the message is one line that says what to install, or that it
 * was not asked for.
 */
public final class MissingProgramException extends Exception {
    private static final long serialVersionUID = 1L;

    public MissingProgramException(String program, String install) {
        super(program + " is not installed: " + install);
    }

    /** Nobody looked whether it is. */
    MissingProgramException(String program) {
        super(program + " is not asked for");
    }
}
