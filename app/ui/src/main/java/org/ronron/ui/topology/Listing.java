package org.ronron.ui.topology;

import java.util.Locale;
import java.util.OptionalLong;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** Listing of the inspectors: a name that leads somewhere, with its state and a word at the end. */
record Listing(Texts texts, Going going) {
    /** So many are listed; of more it is said how many. */
    static final int MOST = 40;

    /** A machine; a click goes to it. */
    ListingLine node(Node node, String aside) {
        return new ListingLine(texts)
                .say(Mark.of(node.state()), node.name(), () -> going.node(node.id()), aside);
    }

    /** A workload; a click goes to it. */
    ListingLine workload(String nodeId, Workload of, String name, String aside) {
        return new ListingLine(texts)
                .say(mark(of.state()), name, () -> going.workload(nodeId, of), aside);
    }

    /** How a workload is, as a shape. */
    static Mark mark(WorkloadFact.State state) {
        return switch (state) {
            case RUNNING -> Mark.FINE;
            case STARTING -> Mark.TODO;
            case WAITING -> Mark.ATTENTION;
            case STOPPED -> Mark.OFF;
            case FAILED, LOST -> Mark.WRONG;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    /** How a workload is, as a word. */
    String word(WorkloadFact.State state) {
        return word(texts, state);
    }

    static String word(Texts texts, WorkloadFact.State state) {
        return texts.get("topology.state." + state.name().toLowerCase(Locale.ROOT));
    }

    String bytes(OptionalLong size) {
        return size.isPresent() ? texts.figures().bytes(size.getAsLong()) : "";
    }
}
