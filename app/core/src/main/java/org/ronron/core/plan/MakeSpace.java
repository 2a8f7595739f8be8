package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import org.ronron.core.model.RequestRef;

/**
 * A space made from a blueprint.
 *
 * @param options what was chosen, by the blueprint's keys; {@code on.<role>} names the endpoint for
 *     a role where several could take it
 * @param request that it fulfils, if any
 * @param version of the request that was decided on; empty without one
 */
public record MakeSpace(
        String blueprint,
        String name,
        String organisation,
        Map<String, String> options,
        Optional<RequestRef> request,
        String version)
        implements SpaceChange {
    public MakeSpace {
        options = Map.copyOf(options);
    }

    @Override
    public String subject() {
        return name;
    }
}
