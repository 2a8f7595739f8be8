package org.ronron.plugin.garage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;

/**
 * Waits until nothing moves any more: one live layout version, and every node's resync queue empty
 * without errors, twice in a row. Between metadata and blocks a queue is empty for a moment, so one
 * look is not enough. The count is kept by the journal: a clean look answers PENDING with {@link
 * #CLEAN}, and the next clean look, at least {@link #APART} later, answers DONE.
 */
record Settling(JsonCalls admin, Host host, List<JsonCalls> peers) {
    static final String CLEAN = "clean 1 of 2: ";
    static final Duration APART = Duration.ofSeconds(2);

    /**
     * @param before what the look before found; without it a clean look is the first
     * @throws ConnectorException {@link GarageError#LAYOUTS_DIFFER} when nodes hold different
     *     layouts under one number: that never settles by itself
     */
    Evidence look(long version, Optional<Evidence> before) throws ConnectorException {
        Layout layout = Layout.read(admin);
        Traffic traffic = Traffic.read(admin);
        Instant now = host.clock().instant();
        if (traffic.current() < version || !traffic.still(layout)) {
            return new Evidence(Evidence.Verdict.PENDING, traffic.words(), now);
        }
        List<String> differing = new ArrayList<>(layout.unlike(peers));
        differing.addAll(selves(layout));
        if (!differing.isEmpty()) {
            throw admin.fault(GarageError.LAYOUTS_DIFFER, "nodes", String.join(", ", differing));
        }
        Optional<Evidence> first = before.filter(e -> e.found().startsWith(CLEAN));
        if (first.isEmpty()) {
            return new Evidence(Evidence.Verdict.PENDING, CLEAN + traffic.words(), now);
        }
        return first.get().at().plus(APART).isAfter(now)
                ? first.get()
                : new Evidence(Evidence.Verdict.DONE, traffic.words(), now);
    }

    /** Nodes that see their own role otherwise; all that one address alone can tell. */
    private List<String> selves(Layout layout) throws ConnectorException {
        Json.Obj nodes = admin.get("/v2/GetNodeInfo?node=*").object("success");
        return layout.roles().stream()
                .filter(role -> nodes.object(role.id()).at("role") instanceof Json.Obj)
                .filter(role -> !Layout.Role.of(own(nodes, role.id())).says(role))
                .map(Layout.Role::words)
                .toList();
    }

    private static Json.Obj own(Json.Obj nodes, String id) {
        return nodes.object(id).object("role").with("id", id);
    }
}
