package org.ronron.plugin.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.ronron.api.Shell;

/** Answers that real machines gave; their README says which. */
final class Captures {
    static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");
    static final MachineReport REPORT = asking(List.of());

    private Captures() {}

    /** Of a connection whose setting names these certificates. */
    static MachineReport asking(List<String> certificates) {
        FakeHost host = FakeHost.answering(OptionalInt.of(0), "", "", false);
        Shell.Script script = new Shell.Script("config", true, "");
        String address = "ssh://serveur.example:22";
        ZoneFile file = ZoneFile.of(host, script, "");
        LinuxSession session = new LinuxSession(host, script, "serveur.example", address, file);
        return new MachineReport(session, AT, certificates);
    }

    static String read(String name) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
