package org.ronron.ui.pages.history;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ronron.api.Json;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.resources.Texts;

/** A line of the history as it is read, and as it is searched. */
record HistoryLine(HistoryRow row, String when, String what, String plain) {
    static HistoryLine of(HistoryRow row, Texts texts, ZoneId zone) {
        String when = texts.figures().dateTime(Instant.ofEpochMilli(row.at()), zone);
        String what = texts.get(row.text(), values(row.values()));
        return new HistoryLine(row, when, what, plain(when + " " + row.who() + " " + what));
    }

    /** Whether every word that is looked for stands in it, accents and capitals aside. */
    boolean matches(String search) {
        for (String word : plain(search).split("\\s+")) {
            if (!plain.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> values(Json.Obj values) {
        Map<String, String> read = new HashMap<>();
        values.members()
                .forEach(
                        (name, value) -> {
                            switch (value) {
                                case Json.Str s -> read.put(name, s.value());
                                case Json.Num n -> read.put(name, n.value().toPlainString());
                                case Json.Bool b -> read.put(name, String.valueOf(b.value()));
                                case Json.Obj o -> read.put(name, "…");
                                case Json.Arr a -> read.put(name, "…");
                                case Json.Null n -> read.put(name, "—");
                            }
                        });
        return read;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
