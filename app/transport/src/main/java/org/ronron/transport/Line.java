package org.ronron.transport;

import org.ronron.core.port.Trust;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.http.HttpLine;
import org.ronron.transport.http.HttpRoom;

/** All that one endpoint has open; outlives the hosts lent for it. */
final class Line {
    private final TrustGate gate;
    private final HttpLine http;

    Line(Trust trust, HttpRoom room) {
        gate = new TrustGate(trust);
        http = new HttpLine(room, gate);
    }

    HttpLine http() {
        return http;
    }

    void drop() {
        http.hangUp();
        gate.reset();
    }
}
