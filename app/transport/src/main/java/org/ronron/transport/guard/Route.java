package org.ronron.transport.guard;

import java.net.Socket;
import java.time.Duration;
import org.ronron.api.ConnectorException;

/**
 * The way to what an endpoint talks to: straight from this computer, or through the machines of its
 * setting {@link org.ronron.api.Reach#VIA}. Any thread.
 */
public interface Route {
    /**
     * What every address that is reached this way is named with, for trust and faults: {@code
     * 127.0.0.1} is another machine for each way. Empty, or {@code " via ssh://host:port"} of the
     * last machine.
     */
    String suffix();

    /** Equal for the same way as long as none of it was dialled anew. */
    Object through();

    /**
     * Dials the machines on the way, where they are not connected. To be called before each call.
     *
     * @param budget for each of them
     * @throws ConnectorException the fault of the machine that failed, named by its address
     */
    void open(Duration budget) throws ConnectorException;

    /**
     * A socket that is not connected. Its {@code connect} goes to this host, whose name is resolved
     * at the far side, and to no other: the address that it is given is for the bounds to judge. A
     * refusal is a {@link Told}.
     *
     * @param address the target as faults name it
     */
    Socket socket(String address, String host, int port, Bounds bounds);
}
