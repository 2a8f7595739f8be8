package org.ronron.ui.pages.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.MakeSpace;

/** What would be made by a blueprint, as far as can be told without asking a system. Pure. */
final class Making {
    private static final String SOURCE = "source";

    private Making() {}

    /** Connections that could take the role, in the order of the collective. */
    static List<EndpointView> able(Collective now, Blueprint.Role role) {
        return now.endpoints().stream().filter(e -> e.type().equals(role.type())).toList();
    }

    /** Types of connectors that it needs and that have no connection. */
    static List<String> missing(Collective now, Blueprint blueprint) {
        return blueprint.roles().stream()
                .filter(r -> !r.optional() && able(now, r).isEmpty())
                .map(Blueprint.Role::type)
                .distinct()
                .toList();
    }

    /** Roles for which a person chooses between several connections. */
    static List<Blueprint.Role> chosen(Collective now, Blueprint blueprint) {
        return blueprint.roles().stream()
                .filter(r -> !r.id().equals(SOURCE) && able(now, r).size() > 1)
                .toList();
    }

    /** Whether a daemon of the collective's own makes the spaces of this request's source. */
    static boolean byDaemon(Collective now, Request request) {
        return now.endpoint(request.ref().endpointId())
                .map(e -> e.settings().getOrDefault("maker", "ronron"))
                .filter(maker -> !maker.equals("ronron"))
                .isPresent();
    }

    /** The section of the blueprint that would be carried out. */
    static String section(Collective now, Request request) {
        return byDaemon(now, request) ? "hand" : Blueprint.MAKE;
    }

    /** The types of the connectors of its steps, one for each step, in their order. */
    static List<String> steps(
            Collective now, Request request, Blueprint blueprint, Map<String, String> options) {
        List<String> steps = new ArrayList<>();
        for (Blueprint.Entry entry : blueprint.section(section(now, request))) {
            Optional<Blueprint.Role> role = blueprint.role(entry.role());
            boolean there = role.isPresent() && takes(now, request, role.get());
            if (there && entry.unless().filter(u -> holds(u, request, options)).isEmpty()) {
                steps.add(role.get().type());
            }
        }
        return steps;
    }

    private static boolean takes(Collective now, Request request, Blueprint.Role role) {
        return role.id().equals(SOURCE)
                ? able(now, role).stream().anyMatch(e -> e.id().equals(request.ref().endpointId()))
                : !able(now, role).isEmpty();
    }

    private static boolean holds(String condition, Request request, Map<String, String> options) {
        String[] parts = condition.split("=", 2);
        String value =
                parts[0].equals("request")
                        ? request.ref().key()
                        : options.getOrDefault(parts[0], "");
        return value.equals(parts.length > 1 ? parts[1] : "");
    }

    /** How long the last space by this blueprint took, from its beginning to its last step. */
    static Optional<Duration> lastTime(List<OperationView> operations, String blueprint) {
        return operations.stream()
                .filter(o -> o.state() == OperationView.State.DONE)
                .filter(o -> o.plan().undoes().isEmpty())
                .filter(o -> makes(o, m -> m.blueprint().equals(blueprint)))
                .max(Comparator.comparing(OperationView::begun))
                .flatMap(Making::took);
    }

    private static Optional<Duration> took(OperationView operation) {
        Optional<Instant> end =
                operation.steps().stream()
                        .flatMap(s -> s.ended().stream())
                        .max(Comparator.naturalOrder());
        return end.map(e -> Duration.between(operation.begun(), e)).filter(d -> !d.isNegative());
    }

    /** The operation that makes a space for this request and has not ended. */
    static Optional<OperationView> underWay(List<OperationView> operations, Request request) {
        return operations.stream()
                .filter(
                        o ->
                                o.state() != OperationView.State.DONE
                                        && o.state() != OperationView.State.CANCELLED)
                .filter(o -> o.plan().undoes().isEmpty() && !undone(operations, o))
                .filter(o -> makes(o, m -> Objects.equals(m.request().orElse(null), request.ref())))
                .findFirst();
    }

    private static boolean undone(List<OperationView> operations, OperationView which) {
        return operations.stream()
                .filter(o -> o.state() == OperationView.State.DONE)
                .anyMatch(o -> o.plan().undoes().filter(which.id()::equals).isPresent());
    }

    private static boolean makes(
            OperationView operation, java.util.function.Predicate<MakeSpace> which) {
        return operation
                .plan()
                .space()
                .filter(MakeSpace.class::isInstance)
                .map(MakeSpace.class::cast)
                .filter(which)
                .isPresent();
    }
}
