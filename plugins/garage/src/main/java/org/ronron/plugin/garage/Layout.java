package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.layout.ClusterLayout;
import org.ronron.layout.Node;
import org.ronron.layout.StagedLayout;

/**
 * A cluster's layout, as {@code GetClusterLayout} answers it (admin API v2; v1 has fewer members),
 * with what waits for the next apply, by anybody: Garage keeps no author.
 */
record Layout(long version, StagedLayout roles) {
    private static final String PATH = "/v2/GetClusterLayout";

    static Layout read(JsonCalls admin) throws ConnectorException {
        return of(ask(admin));
    }

    /** The answer that {@link #of} reads. */
    static Json.Obj ask(JsonCalls admin) throws ConnectorException {
        Json.Obj answer = admin.get(PATH);
        if (answer.number("version").isEmpty() || !(answer.at("roles") instanceof Json.Arr)) {
            throw admin.strange();
        }
        return answer;
    }

    static Layout of(Json.Obj answer) {
        Json.Obj redundancy = answer.object("parameters").object("zoneRedundancy");
        int zones = redundancy.number("atLeast").orElse(0L).intValue();
        long size = answer.number("partitionSize").orElse(0L);
        List<Node> staged = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (Json.Obj change : answer.objects("stagedRoleChanges")) {
            if (change.bool("remove").orElse(false)) {
                removed.add(node(change).id());
            } else {
                staged.add(node(change));
            }
        }
        return new Layout(
                answer.number("version").orElse(0L),
                new StagedLayout(
                        new ClusterLayout(zones, size, nodes(answer, "roles")),
                        staged,
                        removed,
                        answer.at("stagedParameters") instanceof Json.Obj));
    }

    static List<Node> nodes(Json.Obj from, String member) {
        return from.objects(member).stream().map(Layout::node).toList();
    }

    static Node node(Json.Obj role) {
        return new Node(
                role.text("id").orElse(""),
                role.text("zone").orElse(""),
                role.number("capacity").orElse(0L),
                role.texts("tags"),
                role.number("storedPartitions").orElse(0L).intValue());
    }

    /** As {@code UpdateClusterLayout} wants them: what is left out would be lost. */
    static Json roles(List<Node> nodes) {
        return Json.arr(nodes.stream().map(Layout::role).toList());
    }

    private static Json.Obj role(Node node) {
        return Json.obj()
                .with("id", node.id())
                .with("zone", node.zone())
                .with("capacity", node.capacity() > 0 ? Json.of(node.capacity()) : Json.Null.NULL)
                .with("tags", Json.texts(node.tags()));
    }

    ClusterLayout now() {
        return roles.now();
    }

    /** Peers whose layout has this version and other contents; one that is silent says nothing. */
    List<String> unlike(List<JsonCalls> peers) {
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, Json.Obj> said : JsonCalls.hear(peers, PATH).entrySet()) {
            Layout theirs = of(said.getValue());
            if (theirs.version() == version && !theirs.now().agrees(now())) {
                differing.add(said.getKey());
            }
        }
        return differing;
    }
}
