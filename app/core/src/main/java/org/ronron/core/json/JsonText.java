package org.ronron.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronron.api.Json;

/** Reads and writes JSON (RFC 8259) with bounded depth and number length. Thread-safe. */
public final class JsonText {
    /** Deeper answers are refused: no system that Ronron reads comes near. */
    public static final int DEEPEST = 64;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(64)
                                    .maxStringLength(16_000_000)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private JsonText() {}

    /**
     * One whole JSON value and nothing after it.
     *
     * @throws IOException when it is no JSON, is cut, repeats a member or nests deeper than {@link
     *     #DEEPEST}
     */
    public static Json read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IOException("empty");
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        }
    }

    /** As {@link #read}, for a value that has to be an object. */
    public static Json.Obj readObject(String text) throws IOException {
        if (read(text) instanceof Json.Obj object) {
            return object;
        }
        throw new IOException("not an object");
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> Json.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number(parser));
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new IOException("unexpected " + token);
        };
    }

    /** A number such as 1e999999999 is short, and endless when somebody expands it. */
    private static BigDecimal number(JsonParser parser) throws IOException {
        BigDecimal value = parser.getDecimalValue();
        if (Math.abs((long) value.scale()) > 400) {
            throw new IOException("number out of range");
        }
        return value;
    }

    private static Json object(JsonParser parser) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            if (t == null) {
                throw new IOException("cut");
            }
            String name = parser.currentName();
            JsonToken next = parser.nextToken();
            if (next == null) {
                throw new IOException("cut");
            }
            members.put(name, value(parser, next));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (t == null) {
                throw new IOException("cut");
            }
            items.add(value(parser, t));
        }
        return Json.arr(items);
    }

    /** Compact text; the same value always gives the same text. */
    public static String write(Json value) {
        return write(value, false);
    }

    /** Text over several lines, for people. */
    public static String pretty(Json value) {
        return write(value, true);
    }

    private static String write(Json value, boolean pretty) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            if (pretty) {
                generator.useDefaultPrettyPrinter();
            }
            put(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void put(JsonGenerator generator, Json value) throws IOException {
        switch (value) {
            case Json.Obj object -> {
                generator.writeStartObject();
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    generator.writeFieldName(member.getKey());
                    put(generator, member.getValue());
                }
                generator.writeEndObject();
            }
            case Json.Arr array -> {
                generator.writeStartArray();
                for (Json item : array.items()) {
                    put(generator, item);
                }
                generator.writeEndArray();
            }
            case Json.Str text -> generator.writeString(text.value());
            case Json.Num number -> generator.writeNumber(number.value());
            case Json.Bool bool -> generator.writeBoolean(bool.value());
            case Json.Null ignored -> generator.writeNull();
        }
    }
}
