package org.ronron.core.plan;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** A section of a blueprint as steps. */
final class SpaceSteps {
    private final Bindings bindings;
    private final Filling filling;
    private final Sessions sessions;
    private final Draft draft = new Draft();

    /** By entry, the steps that stand for it: its own, or those that it would have needed. */
    private final Map<String, Set<Integer>> places = new HashMap<>();

    SpaceSteps(Bindings bindings, Filling filling, Sessions sessions) {
        this.bindings = bindings;
        this.filling = filling;
        this.sessions = sessions;
    }

    List<Step> of(List<Blueprint.Entry> entries) throws RefusedException {
        for (Blueprint.Entry entry : entries) {
            Set<Integer> needs = new LinkedHashSet<>();
            entry.needs().forEach(n -> needs.addAll(places.getOrDefault(n, Set.of())));
            Optional<EndpointView> endpoint =
                    Optional.ofNullable(bindings.endpoints().get(entry.role()));
            boolean left = endpoint.isEmpty() || entry.unless().filter(this::holds).isPresent();
            places.put(
                    entry.id(),
                    left ? needs : Set.of(draft.add(step(entry, endpoint.orElseThrow()), needs)));
        }
        return draft.steps();
    }

    /** Whether {@code option=value} is so. */
    private boolean holds(String condition) {
        String[] parts = condition.split("=", 2);
        String value = filling.values().getOrDefault(parts[0], "");
        return value.equals(parts.length > 1 ? parts[1] : "");
    }

    private Step step(Blueprint.Entry entry, EndpointView endpoint) throws RefusedException {
        try (Session session = sessions.reading(endpoint.id())) {
            Action action =
                    new Action(endpoint.id(), entry.verb(), filling.fill(entry.arguments()));
            ActionSpec spec =
                    session.capability(Actions.class)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    endpoint.type() + " acts not"))
                            .describe(action);
            return new Step(
                    0,
                    List.of(),
                    entry.waits() ? Step.Kind.WAIT : Step.Kind.CALL,
                    spec.stepClass(),
                    endpoint.type(),
                    "action." + entry.verb(),
                    values(endpoint, action.arguments()),
                    endpoint.name(),
                    Optional.of(action),
                    spec.exactCall(),
                    spec.mark(),
                    spec.deadline(),
                    "");
        } catch (IllegalArgumentException wrong) {
            throw Wish.refused(OwnError.INTERNAL, "what", entry.verb() + ": " + wrong.getMessage());
        }
    }

    private Map<String, String> values(EndpointView endpoint, Json.Obj arguments) {
        Map<String, String> values = new TreeMap<>();
        for (String key : List.of("name", "organisation", "address")) {
            values.put(key, filling.values().getOrDefault(key, ""));
        }
        arguments
                .members()
                .forEach(
                        (key, value) -> {
                            if (value instanceof Json.Str text) {
                                values.put(key, text.value());
                            } else if (value instanceof Json.Num number) {
                                values.put(key, number.value().toPlainString());
                            } else if (value instanceof Json.Bool is) {
                                values.put(key, Boolean.toString(is.value()));
                            }
                        });
        values.put("endpoint", endpoint.name());
        return values;
    }
}
