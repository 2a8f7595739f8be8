package org.ronron.practice.ssh;

import java.nio.file.Path;
import java.util.Map;

/** What a stand-in server does with a command. */
public sealed interface Behaviour {
    /**
     * Runs it on this machine by {@code /bin/sh}.
     *
     * @param variables for the command, added to our own
     */
    record RunsHere(Map<String, String> variables) implements Behaviour {
        public RunsHere {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * As {@link RunsHere}, and keeps what each command was sent in a file of its own.
     *
     * @param folder where the files are; there already
     */
    record Records(Path folder) implements Behaviour {}

    /** Reads all that is sent, runs none of it, and answers this text with exit status 0. */
    record Answers(String text) implements Behaviour {}

    /** What a broken or hostile server does. */
    enum Hostile implements Behaviour {
        /** Sends lines without end before it says its version. */
        BANNER_FLOOD,
        /** Accepts no key. */
        REFUSES_LOGIN,
        /** Writes for ever. */
        ENDLESS_OUTPUT,
        /** Reads the command, writes nothing and never ends. */
        HANGS,
        /** Answers, and closes the channel without an exit status. */
        NO_EXIT_STATUS,
        /** Answers half, and drops the connection. */
        CUTS
    }
}
