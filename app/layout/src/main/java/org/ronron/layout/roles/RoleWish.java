package org.ronron.layout.roles;

import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Json;
import org.ronron.layout.RoleChange;
import org.ronron.layout.StagedLayout;

/**
 * What a step of a move asks for.
 *
 * @param version to stage on, or to be applied
 * @param source the action's arguments
 */
public record RoleWish(long version, RoleChange change, Json.Obj source) {
    /** Of any action's arguments; what is missing is empty or 0. */
    public static RoleWish of(Json.Obj arguments) {
        return new RoleWish(
                arguments.number("version").orElse(0L),
                new RoleChange(
                        RoleLayout.nodes(arguments, "roles"),
                        RoleLayout.nodes(arguments, "was"),
                        arguments.word("after")),
                arguments);
    }

    /** Whether this layout is what it wants to be applied. */
    public Verdict applied(RoleLayout layout) {
        return change.applied(layout.now(), layout.version() >= version);
    }

    /** The arguments that take a staging back. */
    public Json.Obj back() {
        return source.with("roles", source.at("was")).with("was", source.at("roles"));
    }

    /** For people. */
    public String words() {
        return StagedLayout.words(change.nodes());
    }

    /**
     * What the server's own preview said beside what was planned.
     *
     * @param version of the layout that was applied
     * @param figures the {@code statistics} of Garage's preview (2.3); empty where it tells none
     */
    public Json.Obj outcome(long version, Json.Obj figures) {
        long planned = source.number("copies").orElse(0L);
        long told = figures.number("totalMovedPartitions").orElse(planned);
        return Json.obj()
                .with("layout", version)
                .with("copies", figures.at("totalMovedPartitions"))
                .with("copiesForecast", planned)
                .with("copiesOff", Math.abs(told - planned))
                .with("usable", figures.at("effectiveCapacity"))
                .with("usableForecast", source.at("usable"));
    }
}
