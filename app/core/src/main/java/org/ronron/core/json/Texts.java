package org.ronron.core.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Json;

/** The short texts read last: rows of a list repeat each other's. One thread. */
final class Texts {
    private static final int SHORT = 64;

    /** A power of two. */
    private static final int KEPT = 1024;

    private final Json.@Nullable Str[] last = new Json.Str[KEPT];

    Json.Str of(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length > SHORT) {
            return Json.of(parser.getText());
        }
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ hash >>> 16) & KEPT - 1;
        Json.Str known = last[place];
        if (known == null || !same(known.value(), text, from, length)) {
            known = Json.of(new String(text, from, length));
            last[place] = known;
        }
        return known;
    }

    private static boolean same(String known, char[] text, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
