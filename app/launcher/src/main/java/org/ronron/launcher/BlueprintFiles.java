package org.ronron.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.ronron.core.json.JsonText;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.BlueprintJson;
import org.ronron.resources.Files;

/** The blueprints that lie in the resources; a test reads them all. */
final class BlueprintFiles {
    private BlueprintFiles() {}

    static List<Blueprint> all() {
        return Files.BLUEPRINTS.stream().map(BlueprintFiles::read).toList();
    }

    private static Blueprint read(String name) {
        String text = Files.text("blueprints/" + name + ".json");
        try {
            return BlueprintJson.read(JsonText.readObject(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
