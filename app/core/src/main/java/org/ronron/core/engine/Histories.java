package org.ronron.core.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.plan.Step;
import org.ronron.core.plan.Tell;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;

/** The lines of history that operations leave. Their keys are in the window's texts. */
final class Histories {
    static final String BEGUN = "history.operation.begun";
    static final String UNDO = "history.operation.undo";
    static final String STEP = "history.operation.step";
    static final String CONFIRMED = "history.operation.confirmed";
    static final String STOPPED = "history.operation.stopped";
    static final String CANCELLED = "history.operation.cancelled";
    static final String DETACHED = "history.operation.detached";
    static final String RESUMED = "history.operation.resumed";
    static final String HANDED_OVER = "history.operation.handed-over";
    static final String FINISHED = "history.operation.finished";
    static final String TOLD = "history.notice.sent";
    static final String NOT_TOLD = "history.notice.failed";

    private Histories() {}

    static Journal.HistoryRow line(
            Ids ids, Journal.OperationRow operation, JournalEvent event, String text) {
        Json.Obj values = Json.obj().with("title", operation.title());
        if (event.step() >= 0) {
            values = values.with("step", event.step() + 1L);
        }
        if (event.body().text("word").isPresent()) {
            values = values.with("word", event.body().at("word"));
        }
        return new Journal.HistoryRow(
                ids.next(),
                operation.collectiveId(),
                event.at(),
                event.author(),
                text,
                values,
                operation.id());
    }

    /** What a plan's beginning leaves; a notice leaves its end only. */
    static List<Journal.HistoryRow> begun(
            Ids ids, Plan plan, Journal.OperationRow operation, JournalEvent event) {
        String text = plan.undoes().isPresent() ? UNDO : BEGUN;
        return plan.tells() ? List.of() : List.of(line(ids, operation, event, text));
    }

    /** The line of a step that is done; empty for none. */
    static String step(Plan plan, Step step) {
        return step.kind() == Step.Kind.CALL && !plan.tells() ? STEP : "";
    }

    /** What a plan is about, in names and arrows: the same in every language. */
    static String title(Plan plan) {
        for (Change change : plan.changes()) {
            switch (change) {
                case SpaceChange space -> {
                    return space.subject();
                }
                case Mend mend -> {
                    return mend.subject();
                }
                case Tell tell -> {
                    return tell.title();
                }
                case BackupChange backup -> {
                    return backup.key();
                }
                case NodeChange node -> {}
            }
        }
        String nodes = said(plan, "nodes");
        String what = nodes.isEmpty() ? said(plan, "node") : nodes;
        String zones =
                plan.moves().stream()
                        .map(MoveNode::zone)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (what.isEmpty() || plan.changes().isEmpty()) {
            return plan.shortId();
        }
        return zones.isEmpty() ? what : what + " → " + zones;
    }

    private static String said(Plan plan, String value) {
        return plan.steps().stream()
                .map(Step::values)
                .filter(values -> values.containsKey(value))
                .flatMap(values -> Stream.of(values.getOrDefault(value, "").split(", ")))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
