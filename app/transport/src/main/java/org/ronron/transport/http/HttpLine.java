package org.ronron.transport.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.ronron.api.ConnectorException;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;

/** What one endpoint has open over HTTP. Any thread. */
public final class HttpLine {
    private final HttpRoom room;
    private final TrustGate gate;
    private final Turn turn;
    private final Map<String, Wire> wires = new ConcurrentHashMap<>();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    public HttpLine(HttpRoom room, TrustGate gate, Turn turn) {
        this.room = room;
        this.gate = gate;
        this.turn = turn;
    }

    /** The wire to this address under the trust of this moment. */
    Wire wire(Site site, Target target) throws ConnectorException {
        List<Trust.TrustedKey> trusted = gate.enter(site, target.address());
        return wires.compute(
                target.address(),
                (address, old) -> {
                    if (old != null && old.madeUnder(trusted)) {
                        return old;
                    }
                    if (old != null) {
                        old.hangUp();
                    }
                    return dial(site, target, trusted);
                });
    }

    private Wire dial(Site site, Target target, List<Trust.TrustedKey> trusted) {
        OkHttpClient shared = room.client();
        return target.secure()
                ? new Wire(
                        shared,
                        trusted,
                        new Certificates(
                                room.platform(),
                                room.clock(),
                                gate,
                                site,
                                target.address(),
                                trusted))
                : new Wire(shared, trusted);
    }

    Turn turn() {
        return turn;
    }

    /** Calls under way, so that {@link #hangUp} can end them. */
    Set<Call> calls() {
        return calls;
    }

    /** Ends the calls under way and closes every connection; the line can be used again. */
    public void hangUp() {
        calls.forEach(Call::cancel);
        wires.values().forEach(Wire::hangUp);
        wires.clear();
    }
}
