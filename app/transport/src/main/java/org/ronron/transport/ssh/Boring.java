package org.ronron.transport.ssh;

import java.io.IOException;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/**
 * Opens a hose through a machine.
 *
 * @param through the machine's address, for faults that are its own
 * @param target the far end's address, for faults of what is behind
 * @param host the far end's name
 */
record Boring(Site site, String through, String target, String host) {
    /**
     * @throws ConnectorException {@link CommonError#TIMEOUT} when the machine did not say whether:
     *     its session is not to be trusted then
     */
    void open(ClientSession session, Hose hose, Deadline deadline) throws ConnectorException {
        boolean done = false;
        try {
            session.getService(ConnectionService.class).registerChannel(hose);
            OpenFuture opening = hose.open();
            if (!opening.await(deadline.left())) {
                throw new ConnectorException(Faults.late(site, target, deadline));
            }
            if (opening.getException() instanceof SshChannelOpenException refused) {
                throw new ConnectorException(refusal(refused), Faults.forLog(refused));
            }
            if (!opening.isOpened()) {
                throw cut();
            }
            done = true;
        } catch (IOException | IllegalStateException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ConnectorException(Faults.stopped(site, target), Faults.forLog(e));
            }
            throw cut();
        } finally {
            if (!done) {
                hose.close(true);
            }
        }
    }

    private ConnectorException cut() {
        return new ConnectorException(Faults.caused(CommonError.CUT, site, through, Said.CLOSED));
    }

    /** RFC 4254, section 5.1; the words are those of OpenSSH's server, and none is repeated. */
    private Fault refusal(SshChannelOpenException refused) {
        if (refused.getReasonCode() != SshConstants.SSH_OPEN_CONNECT_FAILED) {
            return Faults.caused(CommonError.UNREACHABLE, site, through, Said.NO_TUNNEL);
        }
        boolean nameless =
                Faults.says(refused, "not known")
                        || Faults.says(refused, "name resolution")
                        || Faults.says(refused, "no address")
                        || Faults.says(refused, "unknown host");
        return nameless
                ? Fault.of(CommonError.UNKNOWN_HOST, site.name(), "host", host + " via " + through)
                : Faults.caused(CommonError.UNREACHABLE, site, target, Faults.refusal(refused));
    }
}
