package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Request;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;

/**
 * All that stands now and is worth telling; what of it was told is another's matter. Pure. What
 * only tells is never told of, or it would have no end; and what somebody accepted is no finding of
 * the picture any more.
 */
final class NewsOf {
    /** What happened to an operation before that is told nobody any more. */
    private static final Duration LATELY = Duration.ofDays(2);

    /** It is told as the operation's own end. */
    private static final String STOPPED = "operation-stopped";

    private NewsOf() {}

    /**
     * @param operations all of the collective; those that only tell are left out here
     */
    static List<News> of(Collective now, List<OperationView> operations, Instant at) {
        List<News> all = new ArrayList<>();
        operations.stream()
                .filter(o -> !o.plan().tells())
                .filter(o -> last(o).plus(LATELY).isAfter(at))
                .forEach(o -> of(o).ifPresent(all::add));
        now.requests().stream().filter(r -> r.fact().waits()).map(NewsOf::of).forEach(all::add);
        now.findings().stream()
                .filter(f -> f.severity().compareTo(Severity.WARN) >= 0)
                .filter(f -> !f.kind().equals(STOPPED))
                .map(NewsOf::of)
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Instant last(OperationView operation) {
        return operation.trace().isEmpty()
                ? operation.begun()
                : Instant.ofEpochMilli(operation.trace().getLast().at());
    }

    private static Optional<News> of(OperationView operation) {
        return switch (operation.state()) {
            case DONE -> Optional.of(of(operation, News.Kind.DONE, Severity.INFO, ""));
            case STOPPED -> {
                String when =
                        operation.trace().stream()
                                .filter(e -> e.kind() == JournalEvent.Kind.STOPPED)
                                .reduce((first, last) -> last)
                                .map(JournalEvent::id)
                                .orElse("");
                yield Optional.of(of(operation, News.Kind.STOPPED, Severity.ERROR, when));
            }
            case WAITING ->
                    hands(operation)
                            .map(step -> of(operation, News.Kind.HANDS, Severity.WARN, "" + step));
            case RUNNING, CANCELLED -> Optional.empty();
        };
    }

    /** The first step that waits for a person. */
    private static Optional<Integer> hands(OperationView operation) {
        Plan plan = operation.plan();
        return plan.steps().stream()
                .filter(s -> s.kind() == Step.Kind.HANDS)
                .map(Step::index)
                .filter(i -> operation.steps().get(i).state() == StepState.WAITING)
                .findFirst();
    }

    private static News of(
            OperationView operation, News.Kind kind, Severity severity, String which) {
        String cause = "operation/" + operation.id() + "/" + kind + "/" + which;
        return new News(cause, kind, severity, operation.title(), Optional.empty());
    }

    private static News of(Request request) {
        String cause = "request/" + request.ref().endpointId() + "/" + request.ref().key();
        return new News(
                cause,
                News.Kind.REQUEST,
                Severity.WARN,
                request.fact().organisation(),
                Optional.empty());
    }

    private static News of(Finding finding) {
        String cause = "finding/" + finding.identity();
        return new News(
                cause,
                News.Kind.FINDING,
                finding.severity(),
                finding.subject(),
                Optional.of(finding));
    }
}
