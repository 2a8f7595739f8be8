package org.ronron.core.plan;

/** What a volunteer wants of a space or a request; each is a plan of its own. */
public sealed interface SpaceChange extends Change permits MakeSpace, AlterSpace, AnswerRequest {
    /** What it is about, to show: a space's name or an organisation's. */
    String subject();
}
