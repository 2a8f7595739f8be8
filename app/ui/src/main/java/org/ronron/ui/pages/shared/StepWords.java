package org.ronron.ui.pages.shared;

import java.util.HashMap;
import java.util.Map;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;

/** What is said of a step, in the reader's language. */
public final class StepWords {
    private final Texts texts;

    public StepWords(Texts texts) {
        this.texts = texts;
    }

    /** What the step does. */
    public String what(Step step) {
        Map<String, String> values = new HashMap<>(step.values());
        values.replaceAll((name, value) -> texts.value(step.type(), name, value));
        return texts.of(step.type(), step.text(), values);
    }

    /** As {@link #what}, with "up to you" before it where a person does it. */
    public String whatAndWho(Step step) {
        return step.kind() == Step.Kind.HANDS
                ? texts.get("review.hands") + texts.get("review.hands.sep") + what(step)
                : what(step);
    }

    /** What Ronron does when it is cut off in the middle of this step. */
    public String ifCut(Step step) {
        return texts.get(
                switch (step.kind()) {
                    case HANDS -> "review.cut.ask";
                    case WAIT -> "review.cut.read";
                    case CALL ->
                            switch (step.stepClass()) {
                                case READ -> "review.cut.read";
                                case IDEMPOTENT -> "review.cut.again";
                                case PROBEABLE -> "review.cut.probe";
                                case ONE_SHOT -> "review.cut.ask";
                            };
                });
    }

    /** The longest that one attempt of a call takes; a dash where nobody can know. */
    public String time(Step step) {
        return step.kind() == Step.Kind.CALL
                ? texts.get("review.atMost", "time", texts.figures().length(step.deadline()))
                : "—";
    }
}
