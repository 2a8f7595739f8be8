package org.ronron.ui.pages.operations;

import javafx.scene.control.Label;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.ui.pages.shared.Bits;

/** Shape and colour of a state; its word stands beside it. */
final class Marks {
    private Marks() {}

    static Label of(StepState state) {
        return switch (state) {
            case NOT_BEGUN, SKIPPED -> mark("○", "state-none");
            case RUNNING -> mark("●", "state-run");
            case WAITING -> mark("▲", "state-warn");
            case DONE -> mark("✓", "state-ok");
            case REFUSED, NOT_OURS -> mark("■", "state-bad");
            case UNKNOWN, APPEARED -> mark("◆", "state-unknown");
        };
    }

    static Label of(OperationView.State state) {
        return switch (state) {
            case RUNNING -> mark("●", "state-run");
            case WAITING -> mark("▲", "state-warn");
            case STOPPED -> mark("■", "state-bad");
            case CANCELLED -> mark("○", "state-none");
            case DONE -> mark("✓", "state-ok");
        };
    }

    private static Label mark(String shape, String state) {
        Label mark = Bits.line(shape, "mark", state);
        mark.setMinWidth(16);
        return mark;
    }
}
