package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Calm;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.layout.Node;
import org.ronron.layout.StagedLayout;

/**
 * Waits until nothing moves any more: one live layout version, and every node's resync queue empty
 * without errors, twice in a row. Between metadata and blocks a queue is empty for a moment, so one
 * look is not enough.
 */
record Settling(JsonCalls admin, Host host, List<JsonCalls> peers) {
    static final Calm CALM = new Calm(Duration.ofSeconds(2));

    /**
     * @param before what the look before found; without it a clean look is the first
     * @throws ConnectorException {@link GarageError#LAYOUTS_DIFFER} when nodes hold different
     *     layouts under one number: that never settles by itself
     */
    Evidence look(long version, Optional<Evidence> before) throws ConnectorException {
        Layout layout = Layout.read(admin);
        Traffic traffic = Traffic.read(admin);
        boolean still = traffic.current() >= version && traffic.still(layout);
        if (still) {
            List<String> differing = new ArrayList<>(layout.unlike(peers));
            differing.addAll(selves(layout));
            String nodes = String.join(", ", differing);
            if (!nodes.isEmpty()) {
                throw admin.fault(GarageError.LAYOUTS_DIFFER, "nodes", nodes);
            }
        }
        return CALM.look(still, traffic.words(), before, host.clock().instant());
    }

    /** Nodes that see their own role otherwise; all that one address alone can tell. */
    private List<String> selves(Layout layout) throws ConnectorException {
        Json.Obj answers = admin.get("/v2/GetNodeInfo?node=*").object("success");
        List<String> found = new ArrayList<>();
        for (Node node : layout.now().nodes()) {
            Json own = answers.object(node.id()).at("role");
            if (own instanceof Json.Obj role
                    && !Layout.node(role.with("id", node.id())).says(node)) {
                found.add(StagedLayout.words(List.of(node)));
            }
        }
        return found;
    }
}
