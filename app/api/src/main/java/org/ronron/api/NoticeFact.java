package org.ronron.api;

import java.time.Instant;

/**
 * A message that somebody or something sent.
 *
 * @param id ours where Ronron sent it, else the system's own
 * @param from the application that sent it, as the system names it
 * @param priority 0 to 10
 */
public record NoticeFact(
        String id, Instant at, String from, String title, String text, int priority) {}
