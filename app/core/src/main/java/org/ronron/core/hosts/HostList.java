package org.ronron.core.hosts;

import java.util.List;

/**
 * What was found, and what was not understood: the one does not hinder the other.
 *
 * @param hosts in the order in which they were written
 */
public record HostList(List<HostLine> hosts, List<Remark> remarks) {
    /**
     * A line that gives no machine.
     *
     * @param source as in {@link HostLine}
     * @param text the line, or the part of it that it is about
     */
    public record Remark(String source, Kind kind, String text) {}

    /** Why. The words are {@code hosts.remark.<kind>} in the window's texts. */
    public enum Kind {
        /** A pattern for many machines names none. */
        PATTERN,
        /** A {@code Match} block depends on more than a name. */
        MATCH,
        /** A machine that is reached by a command, {@code ProxyCommand}, is reached otherwise. */
        COMMAND,
        /** An {@code Include} that leads out of {@code ~/.ssh}, or stands within a block. */
        INCLUDE,
        /** A file that is not there, or too long to be one. */
        FILE,
        /** Tokens of OpenSSH ({@code %i}) that are only known when it runs. */
        TOKEN,
        /** No address that SSH could take. */
        ADDRESS,
        /** No port from 1 to 65535. */
        PORT,
        /** No user's name. */
        USER,
        /** A way to go through that is none. */
        VIA,
        /** A zone or a role longer than can be shown. */
        LONG,
        /** The same machine once more. */
        TWICE,
        /** So many that the rest is left out. */
        MANY
    }

    public HostList {
        hosts = List.copyOf(hosts);
        remarks = List.copyOf(remarks);
    }
}
