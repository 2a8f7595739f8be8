package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.ronron.api.Json;

/** A blueprint as it stands in its file, format 1. */
public final class BlueprintJson {
    private static final int FORMAT = 1;

    private BlueprintJson() {}

    /**
     * @throws IllegalArgumentException with what is amiss: a blueprint is checked when it is read,
     *     not when a space is half made
     */
    public static Blueprint read(Json.Obj json) {
        try {
            if (json.number("format").orElse(0L) != FORMAT) {
                throw new IllegalArgumentException("format " + json.at("format"));
            }
            List<Blueprint.Role> roles = json.objects("roles").stream().map(r -> role(r)).toList();
            Map<String, List<Blueprint.Entry>> sections = new LinkedHashMap<>();
            Json.Obj written = json.object("sections");
            written.members().keySet().forEach(n -> sections.put(n, entries(written.objects(n))));
            Blueprint read =
                    new Blueprint(
                            PlanJson.text(json, "id"),
                            PlanJson.text(json, "address"),
                            roles,
                            json.objects("options").stream().map(o -> option(o)).toList(),
                            sections);
            BlueprintCheck.check(read);
            return read;
        } catch (NoSuchElementException missing) {
            throw new IllegalArgumentException("a member is missing", missing);
        }
    }

    private static Blueprint.Role role(Json.Obj json) {
        return new Blueprint.Role(
                PlanJson.text(json, "id"),
                PlanJson.text(json, "type"),
                json.bool("optional").orElse(false));
    }

    private static Blueprint.Option option(Json.Obj json) {
        return new Blueprint.Option(
                PlanJson.text(json, "key"),
                Blueprint.Option.Kind.valueOf(PlanJson.text(json, "kind")),
                PlanJson.text(json, "preset"),
                json.texts("choices"));
    }

    /** Without needs of its own an entry comes after the one before it. */
    private static List<Blueprint.Entry> entries(List<Json.Obj> written) {
        List<Blueprint.Entry> entries = new ArrayList<>();
        String before = "";
        for (Json.Obj json : written) {
            String verb = PlanJson.text(json, "verb");
            String id = json.text("id").orElse(verb);
            List<String> chain = before.isEmpty() ? List.of() : List.of(before);
            boolean own = json.at("needs") instanceof Json.Arr;
            entries.add(
                    new Blueprint.Entry(
                            id,
                            PlanJson.text(json, "role"),
                            verb,
                            json.object("arguments"),
                            own ? json.texts("needs") : chain,
                            json.text("unless"),
                            json.bool("waits").orElse(false)));
            before = id;
        }
        return List.copyOf(entries);
    }
}
