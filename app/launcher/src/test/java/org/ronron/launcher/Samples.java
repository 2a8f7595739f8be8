package org.ronron.launcher;

import java.util.List;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

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

    static List<Action> notices(String endpoint) {
        Json.Obj notice =
                Json.obj()
                        .with("id", MARK)
                        .with("title", "x")
                        .with("text", "y")
                        .with("priority", 5);
        return List.of(new Action(endpoint, "notice.send", notice));
    }

    static List<Action> garage(String endpoint) {
        MadeSecret id = MadeSecret.of("p1", "keyid", MadeSecret.Kind.S3_KEY_ID);
        MadeSecret secret = MadeSecret.of("p1", "key", MadeSecret.Kind.S3_SECRET);
        Json.Obj bucket = Json.obj().with("alias", "practice").with("mark", MARK);
        Json.Obj key = Json.obj().with("key", "amap-vallon").with("mark", MARK);
        Json.Obj quota = bucket.with("bytes", 52_428_800).with("before", 1);
        return List.of(
                new Action(
                        endpoint,
                        "key.create",
                        key.with("id", id.json()).with("secret", secret.json())),
                new Action(endpoint, "bucket.create", key.with("alias", "amap-vallon")),
                new Action(endpoint, "bucket.allow", key.with(bucket)),
                new Action(endpoint, "bucket.web", bucket.with("on", Json.of(true))),
                new Action(endpoint, "bucket.quota", quota),
                new Action(endpoint, "bucket.unlink", bucket));
    }
}
