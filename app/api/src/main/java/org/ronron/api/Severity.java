package org.ronron.api;

/** How much an error or a finding weighs; {@link #STOP} is never retried. */
public enum Severity {
    INFO,
    WARN,
    ERROR,
    STOP
}
