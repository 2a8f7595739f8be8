package org.ronron.launcher;

import java.util.List;
import org.ronron.api.Action;
import org.ronron.api.Json;

/** Actions as blueprints make them, for verbs whose arguments no move of a machine has. */
final class Samples {
    private static final String MARK = "ab12cd";

    private Samples() {}

    static List<Action> charon(String endpoint) {
        Json.Obj request = Json.obj().with("request", "r_1").with("by", "Zoé");
        Json.Obj marked = request.with("mark", MARK).with("name", "amap-vallon");
        Json.Obj space = Json.obj().with("space", "fournil").with("mark", MARK).with("by", "Zoé");
        Json.Obj version = Json.obj().with("version", "3");
        return List.of(
                new Action(endpoint, "request.claim", marked.with(version)),
                new Action(endpoint, "request.accept", marked.with("office", "collabora")),
                new Action(endpoint, "request.hand", marked.with(version)),
                new Action(endpoint, "request.followed", request),
                new Action(endpoint, "request.refuse", request.with(version).with("reason", "x")),
                new Action(endpoint, "request.ask", request.with(version).with("text", "x")),
                new Action(endpoint, "request.aside", request.with(version).with("text", "x")),
                new Action(endpoint, "request.note", marked.with("text", "x")),
                new Action(endpoint, "space.begin", space.with("type", "delete_space")),
                new Action(endpoint, "space.end", space));
    }
}
