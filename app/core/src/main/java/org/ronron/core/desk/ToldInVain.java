package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.findings.Findings;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;

/**
 * The finding that a notice could not be sent: one a connection, until a later one is. Pure. What
 * only tells is no operation that a person looks after: this stands for it.
 */
final class ToldInVain {
    static final String KIND = "notice-failed";

    private ToldInVain() {}

    static Collective in(Collective now, List<OperationView> operations) {
        Map<String, OperationView> last = new LinkedHashMap<>();
        for (OperationView operation : operations) {
            if (operation.plan().tells()) {
                operation.plan().steps().stream()
                        .flatMap(step -> step.action().stream())
                        .forEach(action -> last.put(action.endpointId(), operation));
            }
        }
        List<Finding> all = new ArrayList<>(now.findings());
        for (EndpointView endpoint : now.endpoints()) {
            Optional.ofNullable(last.get(endpoint.id()))
                    .filter(o -> o.state() == OperationView.State.STOPPED)
                    .ifPresent(o -> all.add(finding(endpoint, o)));
        }
        return all.size() == now.findings().size() ? now : now.withFindings(Findings.inOrder(all));
    }

    private static Finding finding(EndpointView endpoint, OperationView operation) {
        String error =
                operation.steps().stream()
                        .flatMap(step -> step.fault().stream())
                        .map(Fault::code)
                        .map(code -> code.id())
                        .findFirst()
                        .orElse("");
        Map<String, String> details =
                Map.of("endpoint", endpoint.name(), "title", operation.title(), "error", error);
        return new Finding(KIND, "", Severity.WARN, endpoint.name(), details);
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
