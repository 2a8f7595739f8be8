package org.ronron.plugin.garage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** Answers of a real Garage 2.5.0; their folder says how they were taken. */
final class Captures {
    private Captures() {}

    static Json.Obj read(String name) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/" + name + ".json")) {
            if (in == null) {
                throw new IOException("no capture " + name);
            }
            return JsonText.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
