package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

    /** Text of a machine as it may be shown: one line, no control or direction marks. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(300)
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
