package org.ronron.core.plan;

/**
 * What stopped an operation, mended; the step is tried again after it.
 *
 * @param step its place in that operation's plan
 */
public record Mend(String operationId, int step, String subject) implements Change {}
