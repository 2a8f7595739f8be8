package org.ronron.cli;

import java.time.Instant;
import java.util.Map;
import org.ronron.api.Severity;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;

/** A finding in the reader's language, on one line. */
record FindingText(Texts texts, Instant now) {
    String what(Finding finding) {
        return text(finding, "what");
    }

    String remedy(Finding finding) {
        return text(finding, "remedy");
    }

    /** How much it weighs, for where there is no colour. */
    static String sign(Severity severity) {
        return switch (severity) {
            case STOP, ERROR -> "!! ";
            case WARN -> "!  ";
            case INFO -> "·  ";
        };
    }

    private String text(Finding finding, String part) {
        Map<String, String> values = texts.figures().lengths(finding.details(), now);
        values.putIfAbsent("subject", finding.subject());
        String key = "finding." + finding.kind() + "." + part;
        return Console.clean(texts.of(finding.type(), key, values));
    }
}
