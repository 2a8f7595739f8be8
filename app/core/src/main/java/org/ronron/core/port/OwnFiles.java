package org.ronron.core.port;

import java.util.List;
import java.util.Optional;

/**
 * Files of the person at the keyboard, on this computer, looked at or written only when that person
 * asks. Blocks.
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

    /** Where OpenSSH keeps what a person has told it of machines; shown before it is read. */
    String SSH_CONFIG = "~/.ssh/config";

    /**
     * A file's text.
     *
     * @param path beginning with {@code ~/.ssh/}, and not leading out of it
     * @return empty when it cannot be read, lies elsewhere, or is longer than a mebibyte
     */
    Optional<String> text(String path);

    /**
     * Files of a pattern with {@code *} and {@code ?} in its last name, by name; one without them
     * names itself, whether it is there or not.
     *
     * @param pattern as the path of {@link #text}
     */
    List<String> matching(String pattern);

    /**
     * Writes a file whole or not at all, to be read by its owner only; one of that name is
     * replaced, since its owner was asked.
     *
     * @param path absolute, or beginning with {@code ~/}
     * @throws RefusedException with {@link OwnError#FILE_NOT_WRITTEN}
     */
    void write(String path, byte[] content) throws RefusedException;
}
