package org.ronron.core.port;

/**
 * Files of the person at the keyboard, on this computer, looked at only when that person asks.
 * Blocks.
 */
public interface OwnFiles {
    /**
     * What a file is, without giving any of it away.
     *
     * @param kind what stands at its beginning
     * @param open whether other accounts of this computer may read it; false where the system does
     *     not tell
     */
    record Look(Kind kind, boolean open) {}

    /** What a file is by its beginning. */
    enum Kind {
        MISSING,
        UNREADABLE,
        PRIVATE_KEY,
        PUBLIC_KEY,
        CERTIFICATE,
        OTHER
    }

    /**
     * @param path absolute, or beginning with {@code ~/}
     */
    Look look(String path);
}
