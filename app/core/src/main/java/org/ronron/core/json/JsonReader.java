package org.ronron.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Json;
import org.ronron.api.ObjStack;
import org.ronron.api.Wanted;

/** Reads one value from a parser. Used once. */
final class JsonReader {
    private final JsonParser parser;
    private final ObjStack objects = new ObjStack();
    private final Texts texts = new Texts();
    private int left;

    /**
     * @param most values; more are refused before they take memory
     */
    JsonReader(JsonParser parser, int most) {
        this.parser = parser;
        this.left = most;
    }

    Json whole(Wanted wanted) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new IOException("empty");
        }
        Json value = value(first, wanted);
        if (parser.nextToken() != null) {
            throw new IOException("more than one value");
        }
        return value;
    }

    private Json value(@Nullable JsonToken token, Wanted wanted) throws IOException {
        count();
        return switch (token) {
            case START_OBJECT -> object(wanted);
            case START_ARRAY -> array(wanted);
            case VALUE_STRING -> texts.of(parser);
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.Null.NULL;
            case null -> throw new IOException("cut");
            default -> throw new IOException("unexpected " + token);
        };
    }

    private void count() throws IOException {
        left--;
        if (left < 0) {
            throw new TooManyException();
        }
    }

    private Json whole() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? decimal()
                : Json.of(parser.getLongValue());
    }

    /** A number such as 1e999999999 is short, and endless when somebody expands it. */
    private Json decimal() throws IOException {
        BigDecimal value = parser.getDecimalValue();
        if (Math.abs((long) value.scale()) > 400) {
            throw new IOException("number out of range");
        }
        return new Json.Num(value);
    }

    private Json object(Wanted wanted) throws IOException {
        objects.begin();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Wanted inside = wanted.in(name);
            if (inside == null) {
                skip();
            } else if (!objects.put(name, value(parser.nextToken(), inside))) {
                throw new IOException("a member is there twice");
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("cut");
        }
        return objects.end();
    }

    private Json array(Wanted wanted) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            items.add(value(t, wanted));
        }
        return Json.arr(items);
    }

    /** What is in a member that nobody wants is looked at all the same: it may be no JSON. */
    private void skip() throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("cut");
            }
            if (token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
                count();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0);
    }
}
