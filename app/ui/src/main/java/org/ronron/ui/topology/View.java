package org.ronron.ui.topology;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalLong;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;

/**
 * How the picture is looked at.
 *
 * @param filter words that a machine, its zone or what runs on it has to hold, else it is greyed
 */
record View(Sort sort, String filter) {
    /** The order of machines in a zone. */
    enum Sort {
        NAME(Comparator.comparing(Node::name, String.CASE_INSENSITIVE_ORDER)),
        FREE(Comparator.comparing((Node n) -> free(n).orElse(-1)).reversed());

        private final Comparator<Node> order;

        Sort(Comparator<Node> order) {
            this.order = order;
        }

        Comparator<Node> order() {
            return order;
        }

        String text() {
            return "topology.sort." + name().toLowerCase(Locale.ROOT);
        }
    }

    static final View FIRST = new View(Sort.NAME, "");

    boolean matches(Node node) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || holds(node.name(), wanted)
                || holds(node.zone(), wanted)
                || node.workloads().stream().anyMatch(w -> holds(w.name(), wanted));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Memory that nothing reserves; empty when a size is not known. */
    static OptionalLong free(Node node) {
        return node.free(Resource.MEMORY);
    }

    /** Whether anybody says what is reserved of it: else an empty bar would say "nothing". */
    static boolean told(Collective collective, Node node) {
        return !node.workloads().isEmpty()
                || collective.zone(node.zone()).stream()
                        .anyMatch(z -> z.totals().memoryReserved().isPresent());
    }
}
