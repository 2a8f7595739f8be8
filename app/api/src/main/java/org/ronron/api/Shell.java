package org.ronron.api;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Commands on one machine. What is sent as a command is always the constant {@code exec /bin/sh
 * -s}; the script goes over standard input and its arguments as quoted positional parameters, so no
 * data ever becomes shell syntax.
 */
public interface Shell {
    /**
     * A script that the connector brings, fixed at build time.
     *
     * @param name for the journal and for errors
     * @param reading whether it changes nothing; only such scripts run on a read-only endpoint
     */
    record Script(String name, boolean reading, String text) {}

    /**
     * What came of it.
     *
     * @param exit empty when the channel ended without a status: unknown, never success
     * @param cut whether output was longer than is kept
     */
    record Answer(OptionalInt exit, String out, String err, boolean cut) {}

    /**
     * Runs the script with {@code $1}, {@code $2}…; an argument with a NUL is refused.
     *
     * @throws ConnectorException when the machine could not be reached, its key is not trusted, or
     *     the deadline passed
     */
    Answer run(Script script, List<String> arguments, Duration deadline) throws ConnectorException;
}
