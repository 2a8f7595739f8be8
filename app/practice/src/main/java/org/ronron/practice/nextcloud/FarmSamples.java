package org.ronron.practice.nextcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/** One action a verb of the connector, with arguments as a plan for a space has them. */
public final class FarmSamples {
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("name", "chorale"),
                    Map.entry("domain", "frama.example"),
                    Map.entry("mark", "k3x9p2"),
                    Map.entry("databaseHost", "127.0.0.1"),
                    Map.entry("databasePort", "5432"),
                    Map.entry("database", "chorale"),
                    Map.entry("role", "chorale"),
                    Map.entry("bucket", "chorale.k3x9p2"),
                    Map.entry("key", "chorale.k3x9p2"),
                    Map.entry("s3Host", "127.0.0.1"),
                    Map.entry("s3Port", "9000"),
                    Map.entry("s3Tls", "false"),
                    Map.entry("s3Region", "us-east-1"),
                    Map.entry("admin", "admin"),
                    Map.entry("email", "camille@example.org"),
                    Map.entry("suite", "collabora"),
                    Map.entry("before", "onlyoffice"),
                    Map.entry("url", "https://office.frama.example"),
                    Map.entry("beforeUrl", "https://office-2.frama.example"));

    private static final List<String> VERBS =
            List.of(
                    "runner.add",
                    "runner.remove",
                    "config.write",
                    "config.remove",
                    "link.make",
                    "link.remove",
                    "app.install",
                    "app.uninstall",
                    "office.set",
                    "app.check",
                    "app.off",
                    "app.on",
                    "database.save");

    private FarmSamples() {}

    public static List<Action> of(String endpointId) {
        Map<String, Json> arguments = new TreeMap<>();
        WORDS.forEach((name, word) -> arguments.put(name, Json.of(word)));
        for (String label : List.of("databasePassword", "s3Secret", "adminPassword")) {
            arguments.put(label, MadeSecret.of("p1", label, MadeSecret.Kind.PASSWORD).json());
        }
        List<Action> actions = new ArrayList<>();
        VERBS.forEach(verb -> actions.add(new Action(endpointId, verb, new Json.Obj(arguments))));
        return actions;
    }
}
