package org.ronron.ui.pages.operations;

import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** The shape and colour of a step's and of an operation's state. */
final class Marks {
    private Marks() {}

    static StateMark of(Texts texts, Step step, StepState state) {
        return new StateMark(mark(step, state), texts);
    }

    private static Mark mark(Step step, StepState state) {
        return switch (state) {
            case NOT_BEGUN, SKIPPED -> Mark.TODO;
            case RUNNING -> Mark.BUSY;
            case WAITING -> step.kind() == Step.Kind.HANDS ? Mark.ATTENTION : Mark.BUSY;
            case DONE -> Mark.DONE;
            case REFUSED, NOT_OURS -> Mark.WRONG;
            case UNKNOWN, APPEARED -> Mark.UNKNOWN;
        };
    }

    static Mark of(OperationView operation) {
        return switch (operation.state()) {
            case RUNNING -> Mark.BUSY;
            case WAITING -> OperationWords.hands(operation).isEmpty() ? Mark.BUSY : Mark.ATTENTION;
            case STOPPED -> Mark.WRONG;
            case CANCELLED -> Mark.TODO;
            case DONE -> Mark.DONE;
        };
    }
}
