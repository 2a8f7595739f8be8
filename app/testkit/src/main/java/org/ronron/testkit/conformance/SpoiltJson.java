package org.ronron.testkit.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronron.api.Json;

/** The same JSON with something wrong in it: gone, twice, of another type, out of bounds. */
record SpoiltJson(Random random) {
    private static final List<Json> WRONG =
            List.of(
                    Json.Null.NULL,
                    Json.of(true),
                    Json.of(-1),
                    Json.of(0),
                    Json.of(Long.MAX_VALUE),
                    Json.of(Long.MIN_VALUE),
                    new Json.Num(new BigDecimal("1e400")),
                    new Json.Num(new BigDecimal("-0.5")),
                    Json.of(""),
                    Json.of("\u0000\u001b[2J\u202e<script>"),
                    Json.of("\ud800"),
                    Json.of("x".repeat(5_000)),
                    Json.of("999999999999999999999"),
                    Json.obj(),
                    Json.obj().with("id", "x"),
                    Json.arr(List.of()),
                    Json.arr(List.of(Json.obj(), Json.Null.NULL, Json.of("x"))));

    /** Spoils one place, near the leaves or near the root. */
    Json once(Json good) {
        if (random.nextInt(12) == 0) {
            return WRONG.get(random.nextInt(WRONG.size()));
        }
        return switch (good) {
            case Json.Obj object when !object.members().isEmpty() -> object(object);
            case Json.Arr array when !array.items().isEmpty() -> array(array);
            default -> WRONG.get(random.nextInt(WRONG.size()));
        };
    }

    private Json object(Json.Obj good) {
        Map<String, Json> members = new LinkedHashMap<>(good.members());
        List<String> names = List.copyOf(members.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(10)) {
            case 0 -> members.remove(name);
            case 1 -> members.put(names.get(random.nextInt(names.size())), good.at(name));
            default -> members.put(name, once(good.at(name)));
        }
        return new Json.Obj(members);
    }

    private Json array(Json.Arr good) {
        List<Json> items = new ArrayList<>(good.items());
        int at = random.nextInt(items.size());
        switch (random.nextInt(10)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(items.get(at));
            default -> items.set(at, once(items.get(at)));
        }
        return new Json.Arr(items);
    }
}
