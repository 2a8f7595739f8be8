package org.ronron.core.plan;

import org.ronron.core.model.RequestRef;

/**
 * An answer to a request other than a space.
 *
 * @param version of the request that was decided on
 * @param text the reason, the question, or the note
 * @param tell whether the organisation is written to, of a refusal or a question
 */
public record AnswerRequest(
        RequestRef request,
        String version,
        String organisation,
        Answer answer,
        String text,
        boolean tell)
        implements SpaceChange {
    /** What is answered. */
    public enum Answer {
        REFUSE,
        /** A detail is asked for; it goes on waiting. */
        ASK,
        /** Put aside, for ourselves. */
        ASIDE,
        /** A word for colleagues. */
        NOTE
    }

    @Override
    public String subject() {
        return organisation;
    }
}
