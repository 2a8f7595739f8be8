package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import org.ronron.core.model.RequestRef;

/**
 * A space changed, as its blueprint says how.
 *
 * @param section of the blueprint: {@code suspend}, {@code resume}, {@code quota}, {@code office},
 *     {@code remove}
 * @param options new values, by the blueprint's keys
 * @param request that it fulfils, if any: more room for a site, say
 */
public record AlterSpace(
        String name,
        String blueprint,
        String section,
        Map<String, String> options,
        Optional<RequestRef> request)
        implements SpaceChange {
    public AlterSpace {
        options = Map.copyOf(options);
    }

    /** A change that nobody asked for by a request. */
    public AlterSpace(String name, String blueprint, String section, Map<String, String> options) {
        this(name, blueprint, section, options, Optional.empty());
    }

    @Override
    public String subject() {
        return name;
    }
}
