package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import org.ronron.api.Placement;

/**
 * The change of a node's zone in a file on it, for whoever writes that file, as a unified diff to
 * look at.
 *
 * @param line number of the line, where it is known
 */
record Owned(Placement.Config config, Optional<String> line) {
    private static final String NIXOS = "nixos";

    /** As a connector's placement says it. */
    static Owned of(Placement.Config config) {
        return new Owned(config, Optional.empty());
    }

    /**
     * As the labels of a node say it: a connector that finds a zone in a file says where by {@code
     * config.file}, {@code config.key} and, if it knows, {@code config.line} and {@code
     * config.text}, the line as it stands.
     */
    static Optional<Owned> of(Wish wish, Map<String, String> labels) {
        String file = labels.getOrDefault("config.file", "");
        String key = labels.getOrDefault("config.key", "");
        if (file.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        String owner = wish.node().owner();
        String from = wish.node().zone();
        String to = wish.move().zone();
        String text = labels.getOrDefault("config.text", "");
        boolean known = !from.isEmpty() && text.contains(from);
        String was = known ? text : setting(owner, key, from);
        String is = known ? changed(text, from, to) : setting(owner, key, to);
        return Optional.of(
                new Owned(
                        new Placement.Config(file, was, is, ""),
                        Optional.of(labels.getOrDefault("config.line", "1"))));
    }

    /** The value stands last: what comes before it may well be the same word. */
    private static String changed(String text, String from, String to) {
        int at = text.lastIndexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private static String setting(String owner, String key, String zone) {
        return owner.equals(NIXOS) ? key + " = \"" + zone + "\";" : key + ": " + zone;
    }

    /**
     * The last part of the key of its text {@code step.hands.<words>}: a machine that nobody else
     * configures is changed itself, any other by its owner.
     */
    static String words(String owner) {
        return switch (owner) {
            case "" -> "machine";
            case "salt", NIXOS -> owner;
            default -> "repository";
        };
    }

    /** To look at; where nobody else writes the machine's files, with the command that follows. */
    String show(String owner) {
        String file = config.file().startsWith("/") ? config.file().substring(1) : config.file();
        String diff =
                String.join(
                        "\n",
                        "--- a/" + file,
                        "+++ b/" + file,
                        line.map(l -> "@@ -" + l + " +" + l + " @@").orElse("@@"),
                        "-" + config.line(),
                        "+" + config.wanted());
        return owner.isEmpty() && !config.after().isEmpty()
                ? diff + "\n\n$ " + config.after()
                : diff;
    }
}
