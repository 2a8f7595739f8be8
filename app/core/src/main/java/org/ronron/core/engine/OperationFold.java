package org.ronron.core.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.core.engine.OperationView.StepView;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;

/**
 * An operation as it stands: a pure function of its plan, its events, and what runs in this very
 * process. Immutable once made.
 */
final class OperationFold {
    private final Journal.OperationRow row;
    private final Plan plan;
    private final List<JournalEvent> events;
    private final Map<Integer, Live> live;
    private final Map<Integer, String> notes;
    private final Optional<Halt> halt;
    private final List<StepFold> steps = new ArrayList<>();
    private Optional<String> word = Optional.empty();
    private int cancelled;
    private boolean finished;

    /**
     * The journal could not be written at this step: the operation stands still until it can.
     *
     * @param step index, or {@link JournalEvent#WHOLE}
     */
    record Halt(int step, Fault fault) {}

    /**
     * @param live the calls that run now, by step: an INTENT of any other is of a run that is over
     * @param notes by step, what was seen of one that waits since its last event
     */
    OperationFold(
            Journal.OperationRow row,
            Plan plan,
            List<JournalEvent> events,
            Map<Integer, Live> live,
            Map<Integer, String> notes,
            Optional<Halt> halt) {
        this.row = row;
        this.plan = plan;
        this.events = List.copyOf(events);
        this.live = Map.copyOf(live);
        this.notes = Map.copyOf(notes);
        this.halt = halt;
        plan.steps().forEach(step -> steps.add(new StepFold()));
        this.events.forEach(this::see);
    }

    private void see(JournalEvent event) {
        switch (event.kind()) {
            case CANCELLED -> cancelled++;
            case HANDED_OVER -> word = event.body().text("word");
            case FINISHED -> finished = true;
            case RESUMED -> {
                cancelled = 0;
                steps.forEach(step -> step.see(event));
            }
            case BEGUN, INTENT, OUTCOME, REFUSED, UNKNOWN, PROBED, WAITING, SAID, STOPPED -> {
                if (event.step() >= 0 && event.step() < steps.size()) {
                    steps.get(event.step()).see(event);
                }
            }
        }
    }

    StepFold step(int index) {
        return steps.get(index);
    }

    boolean finished() {
        return finished;
    }

    boolean cancelled() {
        return cancelled > 0;
    }

    /** Whether a person asked twice to stop: it is not watched any more. */
    boolean detached() {
        return cancelled > 1;
    }

    boolean halted() {
        return halt.isPresent();
    }

    /** Steps that can begin, as far as the order of the plan goes. */
    List<Integer> ready() {
        return which(
                i ->
                        steps.get(i).state() == StepState.NOT_BEGUN
                                && !live.containsKey(i)
                                && needsMet(i));
    }

    /** Steps to look at: those that wait and can be seen, those of which nobody knows. */
    List<Integer> open() {
        return which(i -> waits(i) || (steps.get(i).undecided() && !live.containsKey(i)));
    }

    /** Whether it may have acted, and nobody knows how it ended. */
    boolean inDoubt(int index) {
        return switch (shown(index)) {
            case RUNNING, UNKNOWN, APPEARED -> true;
            case NOT_BEGUN, WAITING, DONE, REFUSED, NOT_OURS, SKIPPED -> false;
        };
    }

    private boolean waits(int index) {
        return steps.get(index).state() == StepState.WAITING
                && plan.steps().get(index).action().isPresent();
    }

    /** Whether a call of it is under way in this process. */
    boolean atWork() {
        return !live.isEmpty();
    }

    boolean allDone() {
        return steps.stream().allMatch(s -> over(s.state()));
    }

    private boolean needsMet(int index) {
        return plan.steps().get(index).needs().stream().allMatch(n -> over(steps.get(n).state()));
    }

    private static boolean over(StepState state) {
        return state == StepState.DONE || state == StepState.SKIPPED;
    }

    private List<Integer> which(Predicate<Integer> wanted) {
        return IntStream.range(0, steps.size()).boxed().filter(wanted).toList();
    }

    OperationView.State state() {
        if (finished) {
            return OperationView.State.DONE;
        }
        if (cancelled()) {
            return OperationView.State.CANCELLED;
        }
        if (halted() || steps.stream().anyMatch(StepFold::troubled)) {
            return OperationView.State.STOPPED;
        }
        boolean waits = live.isEmpty() && ready().isEmpty() && !allDone();
        return waits ? OperationView.State.WAITING : OperationView.State.RUNNING;
    }

    OperationView view() {
        return new OperationView(
                row.id(),
                plan,
                row.title(),
                row.author(),
                Instant.ofEpochMilli(row.at()),
                state(),
                IntStream.range(0, steps.size()).mapToObj(this::view).toList(),
                word,
                events);
    }

    private StepView view(int index) {
        StepFold step = steps.get(index);
        Live now = live.getOrDefault(index, Live.BEGUN);
        boolean waits = step.state() == StepState.WAITING;
        String kept = step.evidence().map(Evidence::found).orElse("");
        String seen = waits ? notes.getOrDefault(index, kept) : "";
        return new StepView(
                shown(index),
                halt.filter(h -> h.step() == index).map(Halt::fault).or(step::fault),
                step.evidence(),
                now.note().isEmpty() ? seen : now.note(),
                now.done(),
                now.total(),
                step.begun(),
                step.ended(),
                doNotUnplug(index));
    }

    /** An INTENT without an outcome is unknown, unless its call is under way in this process. */
    private StepState shown(int index) {
        if (live.containsKey(index)) {
            return StepState.RUNNING;
        }
        StepState state = steps.get(index).state();
        return state == StepState.RUNNING ? StepState.UNKNOWN : state;
    }

    /** While a change is being made, or the world has not settled after it. */
    private boolean doNotUnplug(int index) {
        return switch (plan.steps().get(index).kind()) {
            case HANDS -> false;
            case CALL -> shown(index) == StepState.RUNNING || shown(index) == StepState.UNKNOWN;
            case WAIT ->
                    !over(steps.get(index).state())
                            && needsMet(index)
                            && needsCall(plan.steps().get(index));
        };
    }

    private boolean needsCall(Step step) {
        return step.needs().stream().anyMatch(n -> plan.steps().get(n).kind() == Step.Kind.CALL);
    }
}
