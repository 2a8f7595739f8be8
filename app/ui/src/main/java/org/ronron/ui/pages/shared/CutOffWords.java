package org.ronron.ui.pages.shared;

import java.util.List;
import org.ronron.core.plan.Plan;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** Who is cut off, in words: before a drop and in the review alike. */
public record CutOffWords(Mark mark, String text) {
    private static final int NAMED = 4;

    public static CutOffWords of(Plan.CutOff who, List<String> services, Texts texts) {
        String names = String.join(", ", services.stream().limit(NAMED).toList());
        String named = services.size() > NAMED ? names + " …" : names;
        String moving = named.isEmpty() ? "" : texts.get("cutOff.services", "names", named);
        return switch (who) {
            case NOBODY -> new CutOffWords(Mark.FINE, texts.get("cutOff.nobody"));
            case SPACE -> new CutOffWords(Mark.ATTENTION, texts.get("cutOff.space"));
            case SERVICES -> new CutOffWords(Mark.ATTENTION, moving);
            case NOT_KNOWN ->
                    new CutOffWords(
                            Mark.UNKNOWN,
                            moving.isEmpty()
                                    ? texts.get("cutOff.notKnown")
                                    : texts.get("cutOff.notKnownAnd", "services", moving));
        };
    }
}
