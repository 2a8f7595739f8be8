package org.ronron.transport.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Names;

/** Lookups within the deadline of the call that this thread is making. */
record BoundedDns(Names names) implements Dns {
    /** Bound by whoever makes a call: OkHttp tells its lookup only the host. */
    static final ScopedValue<Deadline> DEADLINE = ScopedValue.newInstance();

    private static final Duration OTHERWISE = Duration.ofSeconds(10);

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return names.lookup(host, DEADLINE.isBound() ? DEADLINE.get() : Deadline.after(OTHERWISE));
    }
}
