package org.ronron.transport.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The system's own name lookup, which cannot be interrupted, waited for no longer than a call's
 * deadline. {@code localhost} is this machine whatever a resolver says (RFC 6761, section 6.3).
 */
public final class Names {
    private static final List<InetAddress> HERE =
            List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private final ExecutorService workers;

    public Names(ExecutorService workers) {
        this.workers = workers;
    }

    /**
     * The host's addresses, at least one.
     *
     * @throws Slow when the name servers did not answer in time
     */
    public List<InetAddress> lookup(String host, Deadline deadline) throws UnknownHostException {
        if (host.equals("localhost")) {
            return HERE;
        }
        Future<List<InetAddress>> found =
                workers.submit(() -> List.of(InetAddress.getAllByName(host)));
        try {
            return found.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
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
    public static final class Slow extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Slow(Exception cause) {
            initCause(cause);
        }
    }
}
