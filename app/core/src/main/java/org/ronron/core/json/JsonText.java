package org.ronron.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ronron.api.Json;
import org.ronron.api.Wanted;

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
            return new JsonReader(parser, Integer.MAX_VALUE).whole(Wanted.ALL);
        }
    }

    /**
     * As {@link #read}, from UTF-8; only what is wanted of it. A member that is not wanted may be
     * there twice.
     *
     * @throws TooManyException for more than so many values
     */
    public static Json read(byte[] text, Wanted wanted, int most) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser, most).whole(wanted);
        }
    }

    /** As {@link #read}, for a value that has to be an object. */
    public static Json.Obj readObject(String text) throws IOException {
        if (read(text) instanceof Json.Obj object) {
            return object;
        }
        throw new IOException("not an object");
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
