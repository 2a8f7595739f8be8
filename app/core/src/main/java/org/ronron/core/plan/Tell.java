package org.ronron.core.plan;

/**
 * People told of something, by one connection. It is allowed by that connection's own setting, and
 * is never reviewed.
 *
 * @param title one line, in the language of who sits here
 * @param priority 0 to 10
 */
public record Tell(String endpointId, String title, String text, int priority) implements Change {}
