package org.ronron.plugin.garage;

import java.util.List;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/**
 * A site made and taken away again, as the blueprint's steps do it, with the secrets of its key.
 */
final class Sites {
    static final String KEY_ID = "GK0123456789abcdef01234567";
    static final String KEY_SECRET = "5a".repeat(32);
    static final MadeSecret ID = MadeSecret.of("p1", "keyid", MadeSecret.Kind.S3_KEY_ID);
    static final MadeSecret SECRET = MadeSecret.of("p1", "key", MadeSecret.Kind.S3_SECRET);
    static final String ALIAS = "amap-vallon.web.practice.test";

    private Sites() {}

    /** What the vault holds. */
    static Map<String, String> vault(String token) {
        return Map.of("token", token, ID.name(), KEY_ID, SECRET.name(), KEY_SECRET);
    }

    static List<Action> actions(String endpoint) {
        return List.of(
                action(endpoint, "key.create", ALIAS, "ab12cd"),
                action(endpoint, "bucket.create", ALIAS, "ab12cd"),
                action(endpoint, "bucket.allow", ALIAS, "ab12cd"),
                with(action(endpoint, "bucket.quota", ALIAS, "ab12cd"), "bytes", Json.of(52428800)),
                with(action(endpoint, "bucket.web", ALIAS, "ab12cd"), "on", Json.of(true)),
                with(action(endpoint, "bucket.web", ALIAS, "ab12cd"), "on", Json.of(false)),
                action(endpoint, "bucket.unlink", ALIAS, "ab12cd"),
                action(endpoint, "bucket.link", ALIAS, "ab12cd"),
                action(endpoint, "bucket.remove", ALIAS, "ab12cd"),
                action(endpoint, "key.remove", ALIAS, "ab12cd"));
    }

    static Action action(String endpoint, String verb, String alias, String mark) {
        Json.Obj arguments =
                Json.obj()
                        .with("alias", alias)
                        .with("key", "amap-vallon")
                        .with("mark", mark)
                        .with("id", ID.json())
                        .with("secret", SECRET.json());
        return new Action(endpoint, verb, arguments);
    }

    static Action with(Action action, String name, Json value) {
        return new Action(action.endpointId(), action.verb(), action.arguments().with(name, value));
    }
}
