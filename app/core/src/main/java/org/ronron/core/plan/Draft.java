package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Steps as they are put in order: each gets its place, and the places of those it needs. */
final class Draft {
    private final List<Step> steps = new ArrayList<>();

    /** Adds a step, and answers its place. */
    int add(Step step, Collection<Integer> needs) {
        int index = steps.size();
        steps.add(
                new Step(
                        index,
                        needs.stream().distinct().sorted().toList(),
                        step.kind(),
                        step.stepClass(),
                        step.type(),
                        step.text(),
                        step.values(),
                        step.on(),
                        step.action(),
                        step.exactCall(),
                        step.mark(),
                        step.deadline(),
                        step.show()));
        return index;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
