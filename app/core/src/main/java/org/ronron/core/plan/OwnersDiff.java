package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import org.ronron.api.Placement;

/**
 * The change of a node's zone in a configuration that somebody else writes, as a unified diff to
 * look at. A connector that finds a zone in a file says where by the labels {@code config.file},
 * {@code config.key} and, if it knows, {@code config.line} and {@code config.text}, the line as it
 * stands.
 */
final class OwnersDiff {
    private static final String NIXOS = "nixos";

    private OwnersDiff() {}

    /** The diff; none when nobody else writes it, or its zone stands in no file. */
    static Optional<String> of(Wish wish, Map<String, String> labels) {
        String owner = wish.node().owner();
        String file = labels.getOrDefault("config.file", "");
        String key = labels.getOrDefault("config.key", "");
        if (owner.isEmpty() || file.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        String from = wish.node().zone();
        String to = wish.move().zone();
        String text = labels.getOrDefault("config.text", "");
        boolean known = !from.isEmpty() && text.contains(from);
        String was = known ? text : setting(owner, key, from);
        String is = known ? changed(text, from, to) : setting(owner, key, to);
        String line = labels.getOrDefault("config.line", "1");
        String path = file.startsWith("/") ? file.substring(1) : file;
        return Optional.of(
                String.join(
                        "\n",
                        "--- a/" + path,
                        "+++ b/" + path,
                        "@@ -" + line + " +" + line + " @@",
                        "-" + was,
                        "+" + is));
    }

    /** The value stands last: what comes before it may well be the same word. */
    private static String changed(String text, String from, String to) {
        int at = text.lastIndexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    /** The change of a setting in a file, as a unified diff to look at. */
    static String of(Placement.Config config) {
        String file = config.file().startsWith("/") ? config.file().substring(1) : config.file();
        return String.join(
                "\n",
                "--- a/" + file,
                "+++ b/" + file,
                "@@",
                "-" + config.line(),
                "+" + config.wanted());
    }

    private static String setting(String owner, String key, String zone) {
        return owner.equals(NIXOS) ? key + " = \"" + zone + "\";" : key + ": " + zone;
    }
}
