package org.ronron.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.core.json.JsonText;
import org.ronron.transport.guard.Keyring;

/**
 * A body with the secrets that Ronron made in their places.
 *
 * @param json its bytes; none for no body
 * @param carried the values in it
 */
record Filled(byte[] json, List<String> carried) {
    /**
     * @param change only a call that may change something gives a secret away
     */
    static Filled of(Optional<Json> body, boolean change, Keyring keyring)
            throws ConnectorException {
        List<String> carried = new ArrayList<>();
        if (body.isEmpty()) {
            return new Filled(new byte[0], List.of());
        }
        Json whole = change ? filled(body.get(), keyring, carried) : body.get();
        return new Filled(
                JsonText.write(whole).getBytes(StandardCharsets.UTF_8), List.copyOf(carried));
    }

    private static Json filled(Json value, Keyring keyring, List<String> carried)
            throws ConnectorException {
        Optional<MadeSecret> made = MadeSecret.of(value);
        if (made.isPresent()) {
            String secret = keyring.made(made.get(), String::new);
            carried.add(secret);
            return Json.of(secret);
        }
        return switch (value) {
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    members.put(member.getKey(), filled(member.getValue(), keyring, carried));
                }
                yield new Json.Obj(members);
            }
            case Json.Arr array -> {
                List<Json> items = new ArrayList<>();
                for (Json item : array.items()) {
                    items.add(filled(item, keyring, carried));
                }
                yield Json.arr(items);
            }
            case Json.Str s -> s;
            case Json.Num n -> n;
            case Json.Bool b -> b;
            case Json.Null n -> n;
        };
    }

    /** The text of the answer without them. */
    String hidden(String text) {
        String without = text;
        for (String secret : carried) {
            without = Echo.without(secret, without);
        }
        return without;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Filled[" + carried.size() + "]";
    }
}
