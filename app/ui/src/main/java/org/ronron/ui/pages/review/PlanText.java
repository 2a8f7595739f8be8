package org.ronron.ui.pages.review;

import java.util.StringJoiner;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.StepWords;

/** A plan as plain text, to send to a colleague. Calls hold names of secrets only. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan, String title, Texts texts) {
        StepWords words = new StepWords(texts);
        StringJoiner out = new StringJoiner("\n");
        out.add(title);
        out.add(texts.get("review.text.id", "id", plan.id(), "at", plan.computed().toString()));
        plan.forecasts().stream()
                .filter(f -> f.forecast().losing())
                .forEach(f -> out.add(texts.get("review.losing", "cluster", f.cluster())));
        for (Step step : plan.steps()) {
            out.add("");
            out.add((step.index() + 1) + ". " + words.whatAndWho(step));
            out.add("   " + texts.get("review.text.cut", "what", words.ifCut(step)));
            if (!step.exactCall().isEmpty()) {
                out.add(step.exactCall().indent(3).stripTrailing());
            }
            if (!step.show().isEmpty()) {
                out.add(step.show().indent(3).stripTrailing());
            }
        }
        return out.toString();
    }
}
