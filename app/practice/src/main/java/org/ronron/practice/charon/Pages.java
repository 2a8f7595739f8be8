package org.ronron.practice.charon;

import java.util.List;
import org.ronron.api.Json;

/** Lists in pages: the cursor is the number of the first row of the next one, and means nothing. */
final class Pages {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private Pages() {}

    static Said of(List<Json.Obj> rows, Call call) {
        String limit = call.asked("limit").isEmpty() ? "" + USUAL : call.asked("limit");
        String after = call.asked("after").isEmpty() ? "c0" : call.asked("after");
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            return Said.invalid(400, "limit", "1 to " + MOST);
        }
        if (!after.matches("c\\d{1,8}")) {
            return Said.invalid(400, "after", "no cursor of ours");
        }
        int from = Math.min(Integer.parseInt(after.substring(1)), rows.size());
        int to = Math.min(from + Integer.parseInt(limit), rows.size());
        return Said.ok(
                Json.obj()
                        .with("items", Json.arr(rows.subList(from, to)))
                        .with("next", to < rows.size() ? Json.of("c" + to) : Json.Null.NULL)
                        .with("total", rows.size()));
    }
}
