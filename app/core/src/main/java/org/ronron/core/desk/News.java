package org.ronron.core.desk;

import java.util.Optional;
import org.ronron.api.Severity;
import org.ronron.core.model.Finding;

/**
 * Something that people want to be told of.
 *
 * @param cause the same for as long as it is the same thing: it is told once
 * @param severity from {@link Severity#ERROR} on it cannot wait
 * @param subject an operation's title, an organisation, a finding's subject
 * @param finding of {@link Kind#FINDING}
 */
public record News(
        String cause, Kind kind, Severity severity, String subject, Optional<Finding> finding) {
    /** What has happened. */
    public enum Kind {
        /** An operation has ended well. */
        DONE,
        /** An operation has failed, and a person has to decide. */
        STOPPED,
        /** An operation waits for hands. */
        HANDS,
        /** A request waits for its answer. */
        REQUEST,
        FINDING
    }

    /** Whether it cannot wait for the end of quiet hours. */
    public boolean urgent() {
        return severity.compareTo(Severity.ERROR) >= 0;
    }

    /** As Gotify's client for Android shows it: from 8 on aloud, up to 3 without a sound. */
    public int priority() {
        return switch (severity) {
            case STOP -> 10;
            case ERROR -> 8;
            case WARN -> 5;
            case INFO -> 2;
        };
    }
}
