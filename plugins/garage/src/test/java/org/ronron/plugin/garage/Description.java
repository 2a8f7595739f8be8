package org.ronron.plugin.garage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * The admin API's description as Garage prints it ({@code garage admin-api-schema}, OpenAPI 3.1),
 * and whether an answer is as it says. Knows what that description uses: types, required members,
 * references, alternatives, enumerations, items and further members.
 */
record Description(Json.Obj root) {
    static Description of(Path garage) throws IOException {
        Process process =
                new ProcessBuilder(garage.toString(), "admin-api-schema")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Description(JsonText.readObject(text));
        }
    }

    /** What is wrong with the answer to this call; empty when it is as described. */
    List<String> wrong(String method, String path, Json answer) {
        Json.Obj schema =
                root.object("paths")
                        .object(path)
                        .object(method.toLowerCase(Locale.ROOT))
                        .object("responses")
                        .object("200")
                        .object("content")
                        .object("application/json")
                        .object("schema");
        List<String> found = new ArrayList<>();
        if (schema.members().isEmpty()) {
            found.add(method + " " + path + " is not described");
        }
        check(schema, answer, path, found, true);
        return found;
    }

    private void check(Json.Obj schema, Json value, String at, List<String> found, boolean alone) {
        String reference = schema.text("$ref").orElse("");
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            Json.Obj named = root.object("components").object("schemas").object(name);
            check(named, value, at, found, alone);
            return;
        }
        List<Json.Obj> choices = new ArrayList<>(schema.objects("oneOf"));
        choices.addAll(schema.objects("anyOf"));
        if (!choices.isEmpty() && choices.stream().noneMatch(c -> fits(c, value, alone))) {
            found.add(at + " is none of the alternatives: " + value);
        }
        schema.objects("allOf").forEach(part -> check(part, value, at, found, false));
        List<String> types = types(schema);
        if (!types.isEmpty() && !types.contains(type(value))) {
            found.add(at + " is " + type(value) + ", not " + types);
            return;
        }
        if (!schema.items("enum").isEmpty() && !schema.items("enum").contains(value)) {
            found.add(at + " is not of " + schema.items("enum"));
        }
        if (value instanceof Json.Obj object) {
            boolean whole = alone && schema.objects("allOf").isEmpty();
            members(schema, object, at, found, whole);
        }
        if (value instanceof Json.Arr array && schema.at("items") instanceof Json.Obj items) {
            array.items().forEach(item -> check(items, item, at + "[]", found, true));
        }
    }

    private void members(
            Json.Obj schema, Json.Obj object, String at, List<String> found, boolean whole) {
        for (Json required : schema.items("required")) {
            String name = ((Json.Str) required).value();
            if (!object.members().containsKey(name)) {
                found.add(at + " lacks " + name);
            }
        }
        Json.Obj described = schema.object("properties");
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String where = at + "." + member.getKey();
            if (described.at(member.getKey()) instanceof Json.Obj known) {
                check(known, member.getValue(), where, found, true);
            } else if (schema.at("additionalProperties") instanceof Json.Obj other) {
                check(other, member.getValue(), where, found, true);
            } else if (whole && !described.members().isEmpty()) {
                found.add(where + " is not described");
            }
        }
    }

    private boolean fits(Json.Obj schema, Json value, boolean alone) {
        List<String> found = new ArrayList<>();
        check(schema, value, "", found, alone);
        return found.isEmpty();
    }

    private static List<String> types(Json.Obj schema) {
        return schema.text("type")
                .map(List::of)
                .orElseGet(
                        () ->
                                schema.items("type").stream()
                                        .map(type -> ((Json.Str) type).value())
                                        .toList());
    }

    private static String type(Json value) {
        return switch (value) {
            case Json.Obj ignored -> "object";
            case Json.Arr ignored -> "array";
            case Json.Str ignored -> "string";
            case Json.Num number -> number.value().scale() <= 0 ? "integer" : "number";
            case Json.Bool ignored -> "boolean";
            case Json.Null ignored -> "null";
        };
    }
}
