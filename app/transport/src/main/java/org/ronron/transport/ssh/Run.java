package org.ronron.transport.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Shell;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/** One command on its way: sent, waited for, and read. */
record Run(
        Site site,
        String address,
        Shell.Script script,
        Feed feed,
        Deadline deadline,
        SshLine line) {

    Shell.Answer on(ClientSession session) throws ConnectorException {
        ChannelExec channel = channel(session);
        Kept out = new Kept(feed.begin(), () -> channel.close(true));
        Kept err = new Kept(feed.begin(), () -> channel.close(true));
        channel.setIn(new ByteArrayInputStream(feed.bytes()));
        channel.setOut(out);
        channel.setErr(err);
        try {
            start(channel, session);
            Set<ClientChannelEvent> seen =
                    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), deadline.left());
            if (!seen.contains(ClientChannelEvent.CLOSED)) {
                throw late(session);
            }
        } finally {
            channel.close(true);
        }
        return answer(session, channel.getExitStatus(), out, err);
    }

    private ChannelExec channel(ClientSession session) throws ConnectorException {
        try {
            return session.createExecChannel(Feed.COMMAND);
        } catch (IOException e) {
            throw new ConnectorException(cut(session), Faults.forLog(e));
        }
    }

    private void start(ChannelExec channel, ClientSession session) throws ConnectorException {
        try {
            OpenFuture opening = channel.open();
            if (!opening.await(deadline.left())) {
                throw late(session);
            }
            if (opening.getException() instanceof SshChannelOpenException) {
                throw new ConnectorException(
                        Faults.caused(CommonError.UNREACHABLE, site, address, Said.NO_CHANNEL));
            }
            if (!opening.isOpened()) {
                throw perhapsDone(cut(session));
            }
        } catch (IOException e) {
            throw perhapsDone(cut(session));
        }
    }

    private Shell.Answer answer(ClientSession session, @Nullable Integer status, Kept out, Kept err)
            throws ConnectorException {
        if (out.overflowed() || err.overflowed()) {
            String limit = Kept.STOP / 1024 / 1024 + " MiB";
            throw perhapsDone(
                    Fault.of(
                            CommonError.TOO_LARGE,
                            site.name(),
                            "address",
                            address,
                            "limit",
                            limit));
        }
        if (status == null && !session.isOpen()) {
            throw perhapsDone(cut(session));
        }
        if (!out.begun()) {
            throw perhapsDone(
                    Fault.of(
                            CommonError.COMMAND_FAILED,
                            site.name(),
                            "command",
                            script.name(),
                            "exit",
                            status == null ? "?" : Integer.toString(status),
                            "message",
                            Said.NOT_SHELL.words()));
        }
        Kept.Part kept = out.part();
        Kept.Part errors = err.part();
        String text = kept.text();
        int end = text.lastIndexOf(feed.end());
        boolean whole = end >= 0;
        return new Shell.Answer(
                status == null || !whole ? OptionalInt.empty() : OptionalInt.of(status),
                whole ? text.substring(0, end) : text,
                errors.text(),
                kept.cut() || errors.cut());
    }

    private ConnectorException late(ClientSession session) {
        line.distrust(session);
        return perhapsDone(Faults.late(site, address, deadline));
    }

    /** Why the session is gone: perhaps because it showed another key when keys were renewed. */
    private Fault cut(ClientSession session) {
        return Dialling.of(session.getConnectionContext())
                .flatMap(Dialling::refusal)
                .orElseGet(() -> Faults.caused(CommonError.CUT, site, address, Said.CLOSED));
    }

    private ConnectorException perhapsDone(Fault fault) {
        return new ConnectorException(
                fault.withEffect(script.reading() ? Effect.NONE : Effect.UNKNOWN));
    }
}
