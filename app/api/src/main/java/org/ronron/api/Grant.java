package org.ronron.api;

/**
 * The least that an account of ours needs on a system, ready to copy: a policy, a role, lines for
 * sudoers. A connector prints them; Ronron never asks for more, nor sets one up by itself.
 *
 * @param text key of the connector's texts, {@code grant.<text>}: what this is and where it goes
 * @param recipe the text to copy, as the system's own documentation writes it
 */
public record Grant(Purpose purpose, String text, String recipe) {
    /** What can be done with it. */
    public enum Purpose {
        /** Seeing only. */
        READ,
        /** Also what the connector's actions do. */
        WRITE
    }
}
