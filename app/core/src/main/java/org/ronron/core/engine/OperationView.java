package org.ronron.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.JournalEvent;

/** An operation as it stands now: derived from its plan and its journal, never stored. */
public record OperationView(
        String id,
        Plan plan,
        String title,
        String author,
        Instant begun,
        State state,
        List<StepView> steps,
        Optional<String> handOver,
        List<JournalEvent> trace) {
    /** How it is as a whole. */
    public enum State {
        RUNNING,
        WAITING,
        /** A person has to decide. */
        STOPPED,
        CANCELLED,
        DONE
    }

    /**
     * A step with what is known of it.
     *
     * @param note what it waits for or is at, as the system last said; may be empty
     * @param doNotUnplug while data still moves
     */
    public record StepView(
            StepState state,
            Optional<Fault> fault,
            Optional<Evidence> evidence,
            String note,
            long done,
            long total,
            Optional<Instant> begun,
            Optional<Instant> ended,
            boolean doNotUnplug) {}

    public OperationView {
        steps = List.copyOf(steps);
        trace = List.copyOf(trace);
    }
}
