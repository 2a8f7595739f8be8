package org.ronron.core.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.StepClass;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;

/** What our logins may not do, as the systems say themselves. Pure. */
public final class Rights {
    private Rights() {}

    /** By endpoint, what this plan would need and may not; the steps' order. */
    public static List<Fault> missing(Plan plan, Collective now) {
        return plan.steps().stream()
                .flatMap(s -> s.action().stream())
                .map(Action::endpointId)
                .distinct()
                .flatMap(id -> now.endpoint(id).stream())
                .flatMap(e -> missing(plan, e).stream())
                .toList();
    }

    private static Optional<Fault> missing(Plan plan, EndpointView endpoint) {
        return missing(plan, endpoint.id(), endpoint.name(), endpoint.login());
    }

    /** What of a plan's calls on one endpoint this login may not do. */
    public static Optional<Fault> missing(Plan plan, String endpointId, String name, Login login) {
        List<Action> calls =
                plan.steps().stream()
                        .filter(s -> s.kind() == Step.Kind.CALL && s.stepClass() != StepClass.READ)
                        .flatMap(s -> s.action().stream())
                        .filter(a -> a.endpointId().equals(endpointId))
                        .toList();
        return missing(calls, name, login);
    }

    /**
     * @return {@code RIGHT_MISSING} with the verbs; empty when none of these is forbidden
     */
    public static Optional<Fault> missing(Collection<Action> calls, String name, Login login) {
        String verbs =
                calls.stream()
                        .map(Action::verb)
                        .filter(login.forbidden()::contains)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return verbs.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(CommonError.RIGHT_MISSING, name, "right", verbs));
    }
}
