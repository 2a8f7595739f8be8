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
        steps.add(step.at(index, needs));
        return index;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
