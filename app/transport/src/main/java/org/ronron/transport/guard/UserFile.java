package org.ronron.transport.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ronron.api.ConnectorException;

/** A file of the volunteer's own that a setting names: read where it lies, never copied. */
public final class UserFile {
    /** Bytes; keys and certificates are some kilobytes. */
    private static final int LONGEST = 64 * 1024;

    private UserFile() {}

    /**
     * @param typed {@code ~/} is the user's home
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static Path named(String endpoint, String setting, String typed)
            throws ConnectorException {
        String path = typed.strip();
        try {
            return path.startsWith("~/")
                    ? Path.of(System.getProperty("user.home"), path.substring(2))
                    : Path.of(path);
        } catch (InvalidPathException e) {
            throw Faults.setting(endpoint, setting, Said.BAD_FILE);
        }
    }

    /**
     * Its beginning, 64 KiB at most.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static byte[] read(String endpoint, String setting, Path file)
            throws ConnectorException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw Faults.setting(endpoint, setting, Said.UNREADABLE);
        }
    }
}
