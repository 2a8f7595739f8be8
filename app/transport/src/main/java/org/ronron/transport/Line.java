package org.ronron.transport;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.ronron.api.FindingFact;
import org.ronron.api.Severity;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Names;
import org.ronron.transport.guard.TrustGate;
import org.ronron.transport.guard.Turn;
import org.ronron.transport.http.HttpLine;
import org.ronron.transport.http.HttpRoom;
import org.ronron.transport.ssh.SshLine;
import org.ronron.transport.ssh.SshRoom;

/** All that one endpoint has open; outlives the hosts lent for it. */
final class Line {
    private final TrustGate gate;
    private final HttpLine http;
    private final SshLine ssh;
    private final AtomicLong drops = new AtomicLong();

    Line(Trust trust, HttpRoom httpRoom, SshRoom sshRoom, Names names) {
        gate = new TrustGate(trust);
        Turn turn = new Turn();
        http = new HttpLine(httpRoom, gate, turn);
        ssh = new SshLine(sshRoom, names, gate, turn);
    }

    HttpLine http() {
        return http;
    }

    SshLine ssh() {
        return ssh;
    }

    /**
     * Whether what was lent now may still write: until the line is dropped, by which writing ends,
     * also in the middle of what several calls do.
     */
    BooleanSupplier untilDropped() {
        long before = drops.get();
        return () -> drops.get() == before;
    }

    /** First nothing more may leave, then what is on its way is cut. */
    /** What is amiss with how it was reached last. */
    List<FindingFact> remarks() {
        return gate.outOfDate().entrySet().stream()
                .map(
                        old ->
                                FindingFact.of(
                                        "expired-certificate",
                                        Severity.WARN,
                                        "",
                                        "address",
                                        old.getKey(),
                                        "until",
                                        old.getValue().toString()))
                .toList();
    }

    void drop() {
        drops.incrementAndGet();
        http.hangUp();
        ssh.hangUp();
        gate.reset();
    }
}
