package org.ronron.transport.ssh;

import java.io.IOException;
import java.net.UnknownHostException;
import org.apache.sshd.common.SshException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/** What went wrong before a command began, in the catalogue's words. */
record SshFaults(Site site, String address, Deadline deadline) {

    Fault notConnected(Machine machine, IOException e) {
        return switch (e) {
            case Names.Slow slow -> late();
            case UnknownHostException unknown ->
                    Fault.of(CommonError.UNKNOWN_HOST, site.name(), "host", machine.host());
            default -> Faults.caused(CommonError.UNREACHABLE, site, address, Faults.refusal(e));
        };
    }

    /**
     * The connection ended, or stood still, before the keys were agreed.
     *
     * @param otherTalk whether it spoke another protocol
     */
    Fault notKeyed(boolean otherTalk, @Nullable Throwable trouble) {
        if (otherTalk
                || Faults.says(trouble, "identification")
                || Faults.says(trouble, "protocol major")) {
            return Faults.found(site, address, Said.NOT_SSH);
        }
        if (Faults.says(trouble, "unable to negotiate")) {
            return Faults.caused(CommonError.UNREACHABLE, site, address, Said.NO_CIPHER);
        }
        return Faults.caused(CommonError.CUT, site, address, Said.CLOSED);
    }

    /**
     * @param open whether the server still talks to us: then it has refused
     */
    Fault notLoggedIn(Machine machine, boolean open, @Nullable Throwable trouble) {
        boolean said = trouble instanceof SshException e && e.getDisconnectCode() > 0;
        if (open || said) {
            return Fault.of(
                    CommonError.LOGIN_REFUSED,
                    site.name(),
                    "address",
                    address,
                    "user",
                    machine.user());
        }
        return Faults.caused(CommonError.CUT, site, address, Said.CLOSED);
    }

    Fault late() {
        return Faults.late(site, address, deadline);
    }
}
