package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.Traffic;

/** The layout and what still moves, as the admin API tells them; no change. */
record LayoutCalls(JsonCalls admin, List<JsonCalls> peers) {
    private static final String PATH = "/v2/GetClusterLayout";
    private static final Http.Call WORKERS =
            Http.Call.post("/v2/ListWorkers?node=*", Json.obj(), Duration.ofSeconds(60));

    RoleLayout layout() throws ConnectorException {
        return RoleLayout.of(ask());
    }

    /** The answer that a layout is read from. */
    Json.Obj ask() throws ConnectorException {
        Json.Obj answer = admin.get(PATH);
        if (answer.number("version").isEmpty() || !(answer.at("roles") instanceof Json.Arr)) {
            throw admin.strange();
        }
        return answer;
    }

    Traffic traffic() throws ConnectorException {
        return Traffic.of(admin.get("/v2/GetClusterLayoutHistory"), admin.look(WORKERS));
    }

    /** Peers whose layout has this version and other contents; one that is silent says nothing. */
    List<String> unlike(RoleLayout layout) {
        return layout.unlike(JsonCalls.hear(peers, PATH));
    }

    /** The same, and nodes that see their own role otherwise. */
    List<String> anyUnlike(RoleLayout layout) throws ConnectorException {
        List<String> differing = new ArrayList<>(unlike(layout));
        differing.addAll(layout.selves(admin.get("/v2/GetNodeInfo?node=*").object("success")));
        return differing;
    }
}
