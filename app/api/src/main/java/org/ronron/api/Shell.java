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

    /**
     * As {@link #run}, for a script that changes something and needs secrets that Ronron made:
     * their values follow the arguments as further positional parameters. They go over standard
     * input as all else does, are in no list of processes, and are taken out of what the script
     * prints.
     *
     * @throws ConnectorException as {@link #run}; {@link CommonError#SECRET_MISSING} before
     *     anything has left
     */
    default Answer run(
            Script script, List<String> arguments, List<MadeSecret> secrets, Duration deadline)
            throws ConnectorException {
        throw new UnsupportedOperationException("this shell is given no secrets");
    }

    /**
     * A command that only root may run, allowed to our account by name in sudoers. All of it is
     * fixed at build time: no argument ever comes from data.
     *
     * @param reading whether it changes nothing; only such commands run on a read-only endpoint
     * @param words the absolute path of the program, then its arguments
     */
    record Named(String name, boolean reading, List<String> words) {
        public Named {
            words = List.copyOf(words);
        }

        /** The line for sudoers(5) that allows it and nothing else. */
        public String sudoers(String account) {
            return account + " ALL=(root) NOPASSWD: " + String.join(" ", words);
        }

        /** Whether this answer is sudo's own refusal, or there is no sudo; then nothing ran. */
        public boolean refused(Answer answer) {
            int exit = answer.exit().orElse(0);
            return exit == 127 || exit == 1 && answer.err().stripLeading().startsWith("sudo:");
        }
    }

    /**
     * Runs a named command by {@code sudo -n}: no password is ever asked for or sent. Whether sudo
     * refused, {@link Named#refused} tells.
     *
     * @throws ConnectorException as {@link #run}
     */
    default Answer sudo(Named command, Duration deadline) throws ConnectorException {
        Script script = new Script(command.name(), command.reading(), "exec sudo -n -- \"$@\"");
        return run(script, command.words(), deadline);
    }
}
