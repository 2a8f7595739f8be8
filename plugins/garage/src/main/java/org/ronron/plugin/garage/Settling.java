package org.ronron.plugin.garage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Json;

/**
 * Waits until nothing moves any more: one live layout version, and every node's resync queue empty
 * without errors, twice in a row. Between metadata and blocks a queue is empty for a moment, so one
 * look is not enough. The count is kept by the journal: a clean look answers PENDING with {@link
 * #CLEAN}, and the next clean look, at least {@link #APART} later, answers DONE.
 */
final class Settling {
    static final String CLEAN = "clean 1 of 2: ";
    static final Duration APART = Duration.ofSeconds(2);
    private final Admin admin;
    private final Host host;
    private final List<Admin> peers;

    Settling(Admin admin, Host host, List<Admin> peers) {
        this.admin = admin;
        this.host = host;
        this.peers = List.copyOf(peers);
    }

    /**
     * @param before what the look before found; without it a clean look is the first
     * @throws ConnectorException {@link GarageError#LAYOUTS_DIFFER} when nodes hold different
     *     layouts under one number: that never settles by itself
     */
    Evidence look(Json.Obj arguments, Optional<Evidence> before) throws ConnectorException {
        Layout layout = admin.layout();
        Traffic traffic = Traffic.read(admin);
        Instant now = host.clock().instant();
        boolean there = traffic.current() >= arguments.number("version").orElse(0L);
        if (!there || !traffic.still(layout)) {
            return new Evidence(Evidence.Verdict.PENDING, traffic.words(), now);
        }
        List<String> differing = Agreement.others(layout, peers);
        if (differing.isEmpty()) {
            differing = Agreement.selves(layout, admin);
        }
        if (!differing.isEmpty()) {
            throw admin.fault(GarageError.LAYOUTS_DIFFER, "nodes", String.join(", ", differing));
        }
        Optional<Evidence> first = before.filter(e -> e.found().startsWith(CLEAN));
        if (first.isEmpty()) {
            return new Evidence(Evidence.Verdict.PENDING, CLEAN + traffic.words(), now);
        }
        boolean apart = !first.get().at().plus(APART).isAfter(now);
        return apart ? new Evidence(Evidence.Verdict.DONE, traffic.words(), now) : first.get();
    }
}
