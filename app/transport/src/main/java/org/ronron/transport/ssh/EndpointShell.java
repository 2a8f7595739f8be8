package org.ronron.transport.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Shell;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Turn;

/**
 * Commands on one endpoint's machine. Any thread. A command whose deadline passes is left by us; on
 * the machine it may go on.
 */
public final class EndpointShell implements Shell {
    private final Site site;
    private final SshLine line;
    private final Machine machine;
    private final Keyring keyring;
    private final SecureRandom random;

    public EndpointShell(
            Site site, SshLine line, Machine machine, Keyring keyring, SecureRandom random) {
        this.site = site;
        this.line = line;
        this.machine = machine;
        this.keyring = keyring;
        this.random = random;
    }

    @Override
    public Answer run(Script script, List<String> arguments, Duration asked)
            throws ConnectorException {
        if (!script.reading() && !site.writable()) {
            throw new ConnectorException(
                    Fault.of(CommonError.READ_ONLY, site.name(), "call", script.name()));
        }
        Deadline deadline = Deadline.of(asked, site);
        Feed feed =
                Feed.of(script, arguments, random)
                        .orElseThrow(
                                () ->
                                        Faults.setting(
                                                site.name(),
                                                script.name(),
                                                "holds a character that no command can take"));
        if (script.reading()) {
            return onChannel(script, feed, deadline);
        }
        try (Turn.Held turn = line.turn().take(site, machine.address(), deadline)) {
            return onChannel(script, feed, deadline);
        }
    }

    private Answer onChannel(Script script, Feed feed, Deadline deadline)
            throws ConnectorException {
        line.takeChannel(site, machine, deadline);
        try {
            ClientSession session = line.session(site, machine, keyring, deadline);
            return new Run(site, machine.address(), script, feed, deadline).on(session, line);
        } finally {
            line.giveBackChannel();
        }
    }

    /** One command on its way. */
    private record Run(Site site, String address, Script script, Feed feed, Deadline deadline) {

        Answer on(ClientSession session, SshLine line) throws ConnectorException {
            ChannelExec channel = opened(session);
            Kept out = new Kept(feed.begin(), () -> channel.close(true));
            Kept err = new Kept(feed.begin(), () -> channel.close(true));
            channel.setIn(new ByteArrayInputStream(feed.bytes()));
            channel.setOut(out);
            channel.setErr(err);
            try {
                start(channel, session, line);
                Set<ClientChannelEvent> seen =
                        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), deadline.left());
                if (!seen.contains(ClientChannelEvent.CLOSED)) {
                    line.distrust(session);
                    throw failed(Faults.late(site, address, deadline));
                }
            } finally {
                channel.close(true);
            }
            return Answers.of(this.site, address, script, feed, channel, out, err);
        }

        private ChannelExec opened(ClientSession session) throws ConnectorException {
            try {
                return session.createExecChannel(Feed.COMMAND);
            } catch (IOException e) {
                throw new ConnectorException(
                        Faults.caused(
                                CommonError.CUT, site, address, "connection closed too early"),
                        Faults.forLog(e));
            }
        }

        private void start(ChannelExec channel, ClientSession session, SshLine line)
                throws ConnectorException {
            try {
                OpenFuture opening = channel.open();
                if (!opening.await(deadline.left())) {
                    line.distrust(session);
                    throw failed(Faults.late(site, address, deadline));
                }
                if (!opening.isOpened()) {
                    throw failed(
                            session.isOpen()
                                    ? Faults.caused(
                                            CommonError.UNREACHABLE,
                                            site,
                                            address,
                                            "the machine allows no further command")
                                    : Faults.caused(
                                            CommonError.CUT,
                                            site,
                                            address,
                                            "connection closed too early"));
                }
            } catch (IOException e) {
                throw failed(
                        Faults.caused(
                                CommonError.CUT, site, address, "connection closed too early"));
            }
        }

        private ConnectorException failed(Fault fault) {
            return new ConnectorException(
                    fault.withEffect(script.reading() ? Effect.NONE : Effect.UNKNOWN));
        }
    }
}
