package org.ronron.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of this room by their path in it: {@code css/base.css}, {@code
 * samples/deuxfleurs.json}.
 */
public final class Files {
    /** The collectives whose published figures can be looked at. */
    public static final List<String> SAMPLES = List.of("deuxfleurs", "framaspace");

    /** How spaces can be made. */
    public static final List<String> BLUEPRINTS = List.of("nextcloud-farm", "static-site");

    private Files() {}

    /** An address that JavaFX can load a style sheet or a font from. */
    public static String url(String path) {
        java.net.URL found = Files.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException("missing " + path);
        }
        return found.toExternalForm();
    }

    /** A whole text file, UTF-8. */
    public static String text(String path) {
        try (InputStream in = Files.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
