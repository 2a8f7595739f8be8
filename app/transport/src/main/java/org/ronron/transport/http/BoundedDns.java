package org.ronron.transport.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.ronron.transport.guard.Deadline;

/**
 * The system's own name lookup, which cannot be interrupted, waited for no longer than the call's
 * deadline. {@code localhost} is this machine whatever a resolver says (RFC 6761, section 6.3).
 */
final class BoundedDns implements Dns {
    /** The deadline of the call that is being made by this thread. */
    static final ScopedValue<Deadline> DEADLINE = ScopedValue.newInstance();

    private static final List<InetAddress> HERE =
            List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private final ExecutorService workers;

    BoundedDns(ExecutorService workers) {
        this.workers = workers;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        if (host.equals("localhost")) {
            return HERE;
        }
        Future<List<InetAddress>> found =
                workers.submit(() -> List.of(InetAddress.getAllByName(host)));
        try {
            long nanos = DEADLINE.isBound() ? DEADLINE.get().left().toNanos() : 10_000_000_000L;
            return found.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Slow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Slow(e);
        } catch (ExecutionException e) {
            throw (UnknownHostException) new UnknownHostException(host).initCause(e.getCause());
        } finally {
            found.cancel(true);
        }
    }

    /** The name servers did not answer in time. */
    static final class Slow extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Slow(Exception cause) {
            initCause(cause);
        }
    }
}
