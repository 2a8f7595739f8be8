package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.Fault;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;

/**
 * The finding that a notice could not be sent: one a connection, until a later one is. Pure. What
 * only tells is no operation that a person looks after: this stands for it.
 */
final class ToldInVain {
    static final String KIND = "notice-failed";

    private ToldInVain() {}

    /** What is found of operations: those that stand still, and what was told in vain. */
    static List<Finding> found(List<OperationView> operations, Set<String> connections) {
        Map<String, OperationView> last = new LinkedHashMap<>();
        for (OperationView operation : operations) {
            if (operation.plan().tells()) {
                operation.plan().steps().stream()
                        .flatMap(step -> step.action().stream())
                        .forEach(action -> last.put(action.endpointId(), operation));
            }
        }
        last.keySet().retainAll(connections);
        List<Finding> found = new ArrayList<>(FindingsAtWork.stopped(without(operations)));
        last.values().stream()
                .filter(o -> o.state() == OperationView.State.STOPPED)
                .map(ToldInVain::finding)
                .forEach(found::add);
        return found;
    }

    private static Finding finding(OperationView operation) {
        String endpoint = operation.plan().steps().getFirst().on();
        String error =
                operation.steps().stream()
                        .flatMap(step -> step.fault().stream())
                        .map(Fault::code)
                        .map(code -> code.id())
                        .findFirst()
                        .orElse("");
        Map<String, String> details =
                Map.of("endpoint", endpoint, "title", operation.title(), "error", error);
        return new Finding(KIND, "", Severity.WARN, endpoint, details);
    }

    /** Whether it says this of this very way: by that, nobody can be told of it. */
    static boolean by(EndpointView way, News news) {
        return news.subject().equals(way.name())
                && news.finding().filter(f -> f.kind().equals(KIND)).isPresent();
    }

    /** Those operations that a person looks after. */
    static List<OperationView> without(List<OperationView> operations) {
        return operations.stream().filter(o -> !o.plan().tells()).toList();
    }
}
