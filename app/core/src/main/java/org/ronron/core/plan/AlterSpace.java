package org.ronron.core.plan;

import java.util.Map;

/**
 * A space changed, as its blueprint says how.
 *
 * @param section of the blueprint: {@code suspend}, {@code resume}, {@code quota}, {@code office},
 *     {@code remove}
 * @param options new values, by the blueprint's keys
 */
public record AlterSpace(String name, String blueprint, String section, Map<String, String> options)
        implements SpaceChange {
    public AlterSpace {
        options = Map.copyOf(options);
    }

    @Override
    public String subject() {
        return name;
    }
}
