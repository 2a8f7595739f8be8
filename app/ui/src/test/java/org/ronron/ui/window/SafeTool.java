package org.ronron.ui.window;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Backups;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/** A tool that keeps backups, with its name; it is never opened. */
record SafeTool(String type, String name) implements Connector {
    static List<Connector> all() {
        return List.of(new SafeTool("barman", "Barman"), new SafeTool("borg", "Borg"));
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                type,
                List.of(Setting.required("host", Setting.Kind.HOST)),
                Set.of(Inventory.class, Backups.class),
                Set.of(),
                "fth-database",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        Map<String, String> all = Map.of("connector.name", name, "action.test", "{name}");
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
