package org.ronron.plugin.nomad;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** Answers of a real Nomad 2.0.5; their folder says how they were taken. */
final class Captures {
    private Captures() {}

    /** The call, its status, its headers and its body. */
    static Json.Obj read(String name) throws IOException {
        return JsonText.readObject(text(name + ".json"));
    }

    /** The rows of a list. */
    static List<Json.Obj> rows(String name) throws IOException {
        return read(name).objects("body");
    }

    /** The lines of the event stream, in their order. */
    static List<Json.Obj> lines() throws IOException {
        List<Json.Obj> lines = new ArrayList<>();
        for (String line : text("event-stream.ndjson").lines().toList()) {
            if (!line.isBlank()) {
                lines.add(JsonText.readObject(line));
            }
        }
        return lines;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/" + file)) {
            if (in == null) {
                throw new IOException("no capture " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
