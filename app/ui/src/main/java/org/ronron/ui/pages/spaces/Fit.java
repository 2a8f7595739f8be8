package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.core.model.Space;
import org.ronron.core.plan.Blueprint;

/**
 * Which blueprint says how a space is changed: the one that made it, else the only one whose
 * systems all hold a part of it.
 *
 * @param fitting more than one when nobody can tell which
 */
record Fit(Optional<Blueprint> blueprint, int fitting) {
    static Fit of(Space space, List<Blueprint> all) {
        if (!space.blueprint().isEmpty()) {
            Optional<Blueprint> made =
                    all.stream().filter(b -> b.id().equals(space.blueprint())).findFirst();
            return new Fit(made, made.isPresent() ? 1 : 0);
        }
        Set<String> types =
                space.links().stream().map(Space.Link::type).collect(Collectors.toSet());
        List<Blueprint> fitting = all.stream().filter(b -> fits(b, types)).toList();
        return new Fit(
                fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty(),
                fitting.size());
    }

    private static boolean fits(Blueprint blueprint, Set<String> types) {
        return blueprint.roles().stream()
                .filter(r -> !r.optional())
                .allMatch(r -> types.contains(r.type()));
    }
}
