package org.ronron.transport.ssh;

import java.util.OptionalInt;
import org.apache.sshd.client.channel.ChannelExec;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Shell;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Site;

/** Reads from a closed channel what became of a command. */
final class Answers {
    private Answers() {}

    static Shell.Answer of(
            Site site,
            String address,
            Shell.Script script,
            Feed feed,
            ChannelExec channel,
            Kept out,
            Kept err)
            throws ConnectorException {
        Effect effect = script.reading() ? Effect.NONE : Effect.UNKNOWN;
        if (out.overflowed() || err.overflowed()) {
            throw new ConnectorException(
                    Fault.of(
                                    CommonError.TOO_LARGE,
                                    site.name(),
                                    "address",
                                    address,
                                    "limit",
                                    Kept.STOP / 1024 / 1024 + " MiB")
                            .withEffect(effect));
        }
        Integer status = channel.getExitStatus();
        if (status == null && !channel.getSession().isOpen()) {
            throw new ConnectorException(
                    Faults.caused(CommonError.CUT, site, address, "connection closed too early")
                            .withEffect(effect));
        }
        if (!out.begun()) {
            throw new ConnectorException(
                    Fault.of(
                                    CommonError.COMMAND_FAILED,
                                    site.name(),
                                    "command",
                                    script.name(),
                                    "exit",
                                    status == null ? "?" : Integer.toString(status),
                                    "message",
                                    "the login starts no /bin/sh")
                            .withEffect(effect));
        }
        Kept.Part kept = out.part();
        String text = kept.text();
        int end = text.lastIndexOf(feed.end());
        boolean whole = end >= 0;
        Kept.Part errors = err.part();
        return new Shell.Answer(
                status == null || !whole ? OptionalInt.empty() : OptionalInt.of(status),
                whole ? text.substring(0, end) : text,
                errors.text(),
                kept.cut() || errors.cut());
    }
}
