package org.ronron.core.engine;

import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Step;

/** What follows from what a probe found: the one table by which the engine trusts and distrusts. */
final class Verdicts {
    /** What was known when the probe looked. */
    enum When {
        /** The call has answered that it is done. */
        PERFORMED,
        /** The call broke in this run, a moment ago: it may still arrive. */
        DOUBT,
        /** There is an INTENT of an earlier run, and nothing more. */
        CRASH,
        /** A person has looked, and says: try again. */
        ASKED,
        /** A step for hands or for the world. */
        WAIT
    }

    /** What the engine does next. */
    enum Then {
        DONE,
        /** It is not done: do it. */
        RUN,
        /** Look again later. */
        LATER,
        /** It is not done, and may still arrive: a person has to decide. */
        STOP_NOT_DONE,
        STOP_UNKNOWN,
        STOP_NOT_OURS,
        STOP_APPEARED,
        /** The call said done, and the world says otherwise. */
        STOP_NOT_AS_PROMISED
    }

    private Verdicts() {}

    static Then of(Step step, When when, Verdict found) {
        return switch (when) {
            case PERFORMED -> performed(step.stepClass(), found);
            case WAIT -> waited(found);
            case DOUBT, CRASH, ASKED -> doubted(step, when, found);
        };
    }

    private static Then performed(StepClass stepClass, Verdict found) {
        return switch (found) {
            case DONE, APPEARED -> Then.DONE;
            case PENDING -> Then.LATER;
            case NOT_DONE -> Then.STOP_NOT_AS_PROMISED;
            case NOT_OURS -> Then.STOP_NOT_OURS;
            case UNKNOWN -> stepClass == StepClass.ONE_SHOT ? Then.DONE : Then.STOP_UNKNOWN;
        };
    }

    private static Then waited(Verdict found) {
        return switch (found) {
            case DONE -> Then.DONE;
            case NOT_DONE, PENDING, UNKNOWN -> Then.LATER;
            case NOT_OURS -> Then.STOP_NOT_OURS;
            case APPEARED -> Then.STOP_APPEARED;
        };
    }

    private static Then doubted(Step step, When when, Verdict found) {
        return switch (found) {
            case PENDING -> Then.LATER;
            case NOT_OURS -> Then.STOP_NOT_OURS;
            case APPEARED -> Then.STOP_APPEARED;
            case DONE ->
                    switch (step.stepClass()) {
                        case READ, IDEMPOTENT -> Then.DONE;
                        // without a mark, what is there now may be anybody's
                        case PROBEABLE -> step.mark().isEmpty() ? Then.STOP_APPEARED : Then.DONE;
                        case ONE_SHOT -> Then.STOP_APPEARED;
                    };
            case NOT_DONE ->
                    switch (step.stepClass()) {
                        case READ, IDEMPOTENT -> Then.RUN;
                        case PROBEABLE -> when == When.DOUBT ? Then.STOP_NOT_DONE : Then.RUN;
                        case ONE_SHOT -> when == When.ASKED ? Then.RUN : Then.STOP_UNKNOWN;
                    };
            case UNKNOWN ->
                    switch (step.stepClass()) {
                        case READ, IDEMPOTENT -> Then.RUN;
                        case PROBEABLE, ONE_SHOT ->
                                when == When.ASKED ? Then.RUN : Then.STOP_UNKNOWN;
                    };
        };
    }
}
