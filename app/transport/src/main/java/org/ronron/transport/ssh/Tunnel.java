package org.ronron.transport.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Bounds;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Told;

/** The way through an endpoint's SSH machines, whose sessions all its calls share. */
record Tunnel(Chain chain, Site site, List<Machine> machines, Keyring keyring) implements Route {
    @Override
    public String suffix() {
        return " via " + machines.getLast().place();
    }

    @Override
    public Object through() {
        return List.of(machines, chain.present(machines));
    }

    @Override
    public void open(Duration budget) throws ConnectorException {
        chain.reach(site, machines, keyring, Deadline.after(budget));
    }

    @Override
    public Socket socket(String address, String host, int port, Bounds bounds) {
        Boring boring = new Boring(site, machines.getLast().address(), address, host);
        try {
            return new HoseSocket(host, port, bounds, (hose, budget) -> bore(boring, hose, budget));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bore(Boring boring, Hose hose, Duration budget) throws IOException {
        Deadline deadline = Deadline.after(budget);
        ClientSession session;
        try {
            session = chain.reach(site, machines, keyring, deadline);
        } catch (ConnectorException e) {
            throw new Told(e.fault(), e);
        }
        try {
            boring.open(session, hose, deadline);
        } catch (ConnectorException e) {
            boolean answered =
                    e.fault().code() == CommonError.UNREACHABLE
                            || e.fault().code() == CommonError.UNKNOWN_HOST;
            if (!answered) {
                chain.distrust(session);
            }
            throw new Told(e.fault(), e);
        }
    }

    /** Without names of secrets. */
    @Override
    public String toString() {
        return "Tunnel[" + suffix() + "]";
    }
}
