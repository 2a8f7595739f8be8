package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.core.plan.Step;

/** Steps of a way back as they are put one after the other. */
final class WayBack {
    private final List<Step> steps = new ArrayList<>();
    private List<Integer> before = List.of();

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** One step, after all before it. */
    void add(Step step) {
        int index = steps.size();
        steps.add(step.at(index, before));
        before = List.of(index);
    }

    /**
     * A plan's steps in their own order, after all before them; what comes next waits for what
     * hands do in it.
     */
    void add(List<Step> plan) {
        int first = steps.size();
        for (Step step : plan) {
            List<Integer> own = step.needs().stream().map(n -> n + first).toList();
            steps.add(step.at(first + step.index(), own.isEmpty() ? before : own));
        }
        List<Integer> hands =
                steps.stream()
                        .filter(s -> s.index() >= first && s.kind() == Step.Kind.HANDS)
                        .map(Step::index)
                        .toList();
        before = hands.isEmpty() ? before : hands;
    }

    /** Hands carry a machine back, and plug it in where it stood. */
    void carryBack(Step carried, Optional<Step> plugged) {
        add(back(carried));
        plugged.ifPresent(step -> add(back(step)));
    }

    private static Step back(Step step) {
        Map<String, String> values = new HashMap<>(step.values());
        values.put("from", step.values().getOrDefault("zone", ""));
        values.put("zone", step.values().getOrDefault("from", ""));
        return step.with(values);
    }
}
