package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;

/**
 * The change of a node's zone in a configuration that somebody else writes, as a unified diff to
 * look at. A connector that finds a zone in a file says where by the labels {@code config.file},
 * {@code config.key} and, if it knows, {@code config.line}.
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
        String line = labels.getOrDefault("config.line", "1");
        return Optional.of(
                String.join(
                        "\n",
                        "--- a/" + file,
                        "+++ b/" + file,
                        "@@ -" + line + " +" + line + " @@",
                        "-" + setting(owner, key, wish.node().zone()),
                        "+" + setting(owner, key, wish.move().zone())));
    }

    private static String setting(String owner, String key, String zone) {
        return owner.equals(NIXOS) ? key + " = \"" + zone + "\";" : key + ": " + zone;
    }
}
