package org.ronron.core.desk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ronron.api.Json;

/**
 * What one way of telling knows already: causes, with when each was seen last, to the hour. What
 * was away for a day is forgotten, so that it is new when it comes back; and so is bounded what is
 * kept. Immutable.
 *
 * @param seen UTC milliseconds by cause
 */
record Told(Map<String, Long> seen) {
    static final Told NOTHING = new Told(Map.of());

    /** Not written down more often than that. */
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final long GONE = Duration.ofHours(25).toMillis();

    Told {
        seen = Map.copyOf(seen);
    }

    boolean knows(String cause) {
        return seen.containsKey(cause);
    }

    /** These are known as well, from now on. */
    Told with(Collection<String> causes, Instant now) {
        Map<String, Long> all = new HashMap<>(seen);
        causes.forEach(cause -> all.put(cause, now.toEpochMilli()));
        return new Told(all);
    }

    /**
     * What stands now is seen again.
     *
     * @param forgets whether what has not been seen for a day is forgotten: not while the picture
     *     may not be whole
     */
    Told seenAgain(Collection<String> standing, Instant at, boolean forgets) {
        long now = at.toEpochMilli();
        Set<String> there = new HashSet<>(standing);
        Map<String, Long> all = new HashMap<>(seen);
        all.replaceAll((cause, last) -> there.contains(cause) && now - last > HOUR ? now : last);
        all.values().removeIf(last -> forgets && now - last > GONE);
        return new Told(all);
    }

    Json.Obj json() {
        Json.Obj json = Json.obj();
        for (Map.Entry<String, Long> one : seen.entrySet()) {
            json = json.with(one.getKey(), one.getValue());
        }
        return json;
    }

    static Told read(Json.Obj json) {
        Map<String, Long> seen = new HashMap<>();
        json.members()
                .forEach(
                        (cause, at) -> {
                            if (at instanceof Json.Num(BigDecimal millis)) {
                                seen.put(cause, millis.longValue());
                            }
                        });
        return new Told(seen);
    }
}
