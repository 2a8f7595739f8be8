package org.ronron.plugin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.ronron.api.Shell;

/** Answers that real machines gave; their README says which. */
final class Captures {
    static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");
    static final MachineReport REPORT =
            new MachineReport(
                    "Le serveur",
                    "ssh://serveur.example:22",
                    "serveur.example",
                    AT,
                    ZoneFile.of(
                            FakeHost.answering(OptionalInt.of(0), "", "", false),
                            new Shell.Script("config", true, ""),
                            ""));

    private Captures() {}

    static String read(String name) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
