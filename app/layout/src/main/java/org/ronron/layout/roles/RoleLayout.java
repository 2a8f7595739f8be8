package org.ronron.layout.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.Json;
import org.ronron.layout.ClusterLayout;
import org.ronron.layout.Node;
import org.ronron.layout.StagedLayout;

/**
 * A cluster's layout, as {@code GetClusterLayout} answers it, with what waits for the next apply,
 * by anybody: Garage keeps no author.
 */
public record RoleLayout(long version, StagedLayout roles) {
    /** Of an answer; what is missing in it is empty or 0. */
    public static RoleLayout of(Json.Obj answer) {
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
        return new RoleLayout(
                answer.number("version").orElse(0L),
                new StagedLayout(
                        new ClusterLayout(zones, size, nodes(answer, "roles")),
                        staged,
                        removed,
                        answer.at("stagedParameters") instanceof Json.Obj));
    }

    /** The roles in this member. */
    public static List<Node> nodes(Json.Obj from, String member) {
        return from.objects(member).stream().map(RoleLayout::node).toList();
    }

    /** One role. */
    public static Node node(Json.Obj role) {
        return new Node(
                role.text("id").orElse(""),
                role.text("zone").orElse(""),
                role.number("capacity").orElse(0L),
                role.texts("tags"),
                role.number("storedPartitions").orElse(0L).intValue());
    }

    /** As {@code UpdateClusterLayout} wants them: what is left out would be lost. */
    public static Json roles(List<Node> nodes) {
        return Json.arr(nodes.stream().map(RoleLayout::role).toList());
    }

    private static Json.Obj role(Node node) {
        return Json.obj()
                .with("id", node.id())
                .with("zone", node.zone())
                .with("capacity", node.capacity() > 0 ? Json.of(node.capacity()) : Json.Null.NULL)
                .with("tags", Json.texts(node.tags()));
    }

    /** What nodes are told now. */
    public ClusterLayout now() {
        return roles.now();
    }

    /**
     * Names of those that tell another layout of this version.
     *
     * @param told what each of them answers to {@code GetClusterLayout}
     */
    public List<String> unlike(Map<String, Json.Obj> told) {
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, Json.Obj> said : told.entrySet()) {
            RoleLayout theirs = of(said.getValue());
            if (theirs.version() == version && !theirs.now().agrees(now())) {
                differing.add(said.getKey());
            }
        }
        return differing;
    }

    /** For people, those nodes that see their own role otherwise: {@code GetNodeInfo} of all. */
    public List<String> selves(Json.Obj answers) {
        List<String> found = new ArrayList<>();
        for (Node node : now().nodes()) {
            Json own = answers.object(node.id()).at("role");
            if (own instanceof Json.Obj role && !node(role.with("id", node.id())).says(node)) {
                found.add(StagedLayout.words(List.of(node)));
            }
        }
        return found;
    }
}
