package org.ronron.core.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A finding that somebody accepted; it is folded, and comes back on its day.
 *
 * @param until the day to look again
 */
public record Accepted(Finding finding, String reason, String who, Instant at, LocalDate until) {}
