package org.ronron.ui.window;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Spaces;

/** A kind of system that holds parts of spaces, with a few of its words; it is never opened. */
record FarmHolder(String type, String name, Map<String, String> words) implements Connector {
    static List<Connector> all() {
        return List.of(
                new FarmHolder(
                        "charon", "Charon", Map.of("organisation", "Organisation|Organisation")),
                new FarmHolder(
                        "haproxy",
                        "HAProxy",
                        Map.of("backend", "Menée à|Led to", "found", "Réponse|Answer")),
                new FarmHolder(
                        "minio",
                        "MinIO",
                        Map.of(
                                "sizeBytes", "Taille|Size",
                                "quotaBytes", "Quota|Quota",
                                "objects", "Objets|Objects")),
                new FarmHolder(
                        "nextcloud",
                        "Nextcloud",
                        Map.of("version", "Version|Version", "ran", "Dernier passage|Last run")),
                new FarmHolder(
                        "postgresql",
                        "PostgreSQL",
                        Map.of("owner", "Compte|Role", "sizeBytes", "Taille|Size")));
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                type,
                List.of(
                        Setting.required("host", Setting.Kind.HOST),
                        type.equals("nextcloud")
                                ? Setting.preset(
                                        "saves", Setting.Kind.TEXT, "/var/lib/ronron/saves")
                                : Setting.preset("archive", Setting.Kind.TEXT, "ronron-removed")),
                Set.of(Inventory.class, Spaces.class),
                Set.of(),
                "fth-database",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        Map<String, String> all = new HashMap<>();
        int at = locale.getLanguage().equals("fr") ? 0 : 1;
        words.forEach((key, both) -> all.put("link." + key, both.split("\\|")[at]));
        all.put("connector.name", name);
        all.put("action.test", "Changer {name}");
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return all.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(all.keySet());
            }
        };
    }

    @Override
    public List<Grant> grants() {
        return List.of();
    }

    @Override
    public Session open(Host host) {
        throw new UnsupportedOperationException("a page never opens a session");
    }
}
