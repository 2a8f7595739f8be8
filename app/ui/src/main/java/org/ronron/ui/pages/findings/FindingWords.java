package org.ronron.ui.pages.findings;

import java.time.Instant;
import java.util.Map;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Ui;

/**
 * A finding in the reader's language: what, and what to do.
 *
 * @param now from which moments in it are counted
 */
public record FindingWords(Texts texts, Instant now) {
    private static final String SENTENCE = ". ";

    public static FindingWords of(Ui ui) {
        return new FindingWords(ui.texts(), ui.clock().instant());
    }

    public String what(Finding finding) {
        return text(finding, "what");
    }

    /** Its first sentence, where there is no room for more. */
    public String brief(Finding finding) {
        String what = what(finding);
        int end = what.indexOf(SENTENCE);
        return end < 0 ? what : what.substring(0, end + 1);
    }

    public String remedy(Finding finding) {
        return text(finding, "remedy");
    }

    private String text(Finding finding, String part) {
        Map<String, String> values = texts.figures().lengths(finding.details(), now);
        values.putIfAbsent("subject", finding.subject());
        return texts.of(finding.type(), "finding." + finding.kind() + "." + part, values);
    }
}
