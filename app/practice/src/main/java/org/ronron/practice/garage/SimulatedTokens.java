package org.ronron.practice.garage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * Who may call what: the token of the configuration everything, each other one the calls of its
 * scope (captures {@code GetCurrentAdminTokenInfo} and {@code -config} of Garage 2.5.0). A wrong
 * token and one that lacks the call are refused in the same words.
 */
final class SimulatedTokens {
    private static final String ALL = "*";
    private final Map<String, Json.Obj> infos = new LinkedHashMap<>();

    SimulatedTokens(String configured) {
        add(configured, Json.Null.NULL, "admin_token (from daemon configuration)", List.of(ALL));
    }

    /** A further token. */
    void add(String token, String name, List<String> scope) {
        add(token, Json.of(token), name, scope);
    }

    private void add(String token, Json id, String name, List<String> scope) {
        infos.put(
                token,
                Json.obj()
                        .with("id", id)
                        .with("created", Json.Null.NULL)
                        .with("name", name)
                        .with("expiration", Json.Null.NULL)
                        .with("expired", Json.of(false))
                        .with("scope", Json.texts(scope)));
    }

    /** What the API tells of the token; empty when it may not make this call. */
    Optional<Json.Obj> caller(String authorization, String path) {
        String token = authorization.replaceFirst("^Bearer ", "");
        String call = path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(infos.get(token))
                .filter(i -> i.texts("scope").contains(ALL) || i.texts("scope").contains(call));
    }
}
