package org.ronron.plugin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** Answers that real machines gave; their README says which. */
final class Captures {
    static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");
    static final MachineReport REPORT =
            new MachineReport("Le serveur", "ssh://serveur.example:22", "serveur.example", AT);

    private Captures() {}

    static String read(String name) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
