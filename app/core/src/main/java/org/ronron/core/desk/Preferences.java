package org.ronron.core.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.core.port.RefusedException;

/** What one person prefers on one machine. A value that makes no sense is as if it was not set. */
final class Preferences {
    static final String NAME = "name";
    static final String COLLECTIVE = "collective";
    private static final int LONGEST = 200;
    private static final String IDLE = "vault.idle";
    private static final String NEVER = "never";
    private static final Duration AN_EVENING_BREAK = Duration.ofMinutes(15);
    private static final Map<String, Set<String>> CHOICES =
            Map.of(
                    "language",
                    Set.of("fr", "en"),
                    "notices",
                    Set.of("on", "off"),
                    IDLE,
                    Set.of("5", "15", "60", NEVER));

    private Preferences() {}

    /** The values that can be used. */
    static Map<String, String> usable(Map<String, String> stored) {
        Map<String, String> usable = new HashMap<>(stored);
        usable.entrySet().removeIf(e -> !fits(e.getKey(), e.getValue()));
        return Map.copyOf(usable);
    }

    /** After how long without a person the vault is locked; empty for never. */
    static Optional<Duration> idle(Map<String, String> usable) {
        String minutes = usable.getOrDefault(IDLE, "");
        if (minutes.isEmpty()) {
            return Optional.of(AN_EVENING_BREAK);
        }
        return minutes.equals(NEVER)
                ? Optional.empty()
                : Optional.of(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    static void check(String key, String value) throws RefusedException {
        if (!fits(key, value)) {
            throw Refuse.setting(key, value);
        }
    }

    private static boolean fits(String key, String value) {
        return value.length() <= LONGEST
                && value.chars().noneMatch(Character::isISOControl)
                && (!CHOICES.containsKey(key) || CHOICES.get(key).contains(value));
    }
}
