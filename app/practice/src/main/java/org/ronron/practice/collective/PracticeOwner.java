package org.ronron.practice.collective;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Subscription;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.Step;

/**
 * Who writes the practice machines' configuration: where a plan waits for a person to change a file
 * and restart an agent, there is nobody else in a practice to do it.
 */
public final class PracticeOwner {
    private final Consumer<Change> does;
    private final Set<String> seen = new HashSet<>();

    private PracticeOwner(Consumer<Change> does) {
        this.does = does;
    }

    /**
     * A machine's file should say another zone.
     *
     * @param node its host name
     */
    public record Change(String node, String zone) {}

    /**
     * Hears of each such step once, when it begins to wait, until it is let go of.
     *
     * @param does called on a thread of the desk
     */
    public static Subscription of(Desk desk, Consumer<Change> does) {
        return desk.observe(new PracticeOwner(does)::look);
    }

    private void look(DeskState state) {
        state.operations().forEach(this::look);
    }

    private void look(OperationView operation) {
        List<Step> steps = operation.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean asked =
                    step.kind() == Step.Kind.HANDS
                            && !step.show().isEmpty()
                            && operation.steps().get(i).state() == StepState.WAITING;
            if (asked && seen.add(operation.id() + "/" + i)) {
                does.accept(
                        new Change(
                                step.values().getOrDefault("node", ""),
                                step.values().getOrDefault("zone", "")));
            }
        }
    }
}
