package org.ronron.ui.window;

import java.util.HashMap;
import java.util.Map;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;

/** A finding in the reader's language: what, and what to do. */
record FindingWords(Texts texts) {
    String what(Finding finding) {
        return text(finding, "what");
    }

    String remedy(Finding finding) {
        return text(finding, "remedy");
    }

    private String text(Finding finding, String part) {
        Map<String, String> values = new HashMap<>(finding.details());
        values.putIfAbsent("subject", finding.subject());
        return texts.of(finding.type(), "finding." + finding.kind() + "." + part, values);
    }
}
