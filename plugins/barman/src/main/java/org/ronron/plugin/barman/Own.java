package org.ronron.plugin.barman;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ronron.api.Plain;

/** Files beside the classes. */
final class Own {
    private Own() {}

    static String text(String name) {
        try (InputStream in = Own.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text of a machine as it may be shown, on one line. */
    static String plain(String text) {
        return Plain.of(text, 400).replace('\n', ' ');
    }
}
