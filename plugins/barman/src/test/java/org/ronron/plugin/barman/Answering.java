package org.ronron.plugin.barman;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/** A program called {@code barman} that answers as the real one once did. */
final class Answering {
    private static final String PROGRAM =
            """
            #!/bin/sh
            for word in "$@"; do
                case $word in
                    diagnose) [ "$1" = -f ] && exec cat "%1$s/double"
                        [ -e "%1$s/refusal" ] && { cat "%1$s/refusal" >&2; exit 1; }
                        exec cat "%1$s/diagnose" ;;
                    check) cat "%1$s/check"; exit 1 ;;
                    list-backup) exec cat "%1$s/list" ;;
                esac
            done
            exit 2
            """;

    private final Path folder;

    Answering(Path folder) throws IOException {
        this.folder = folder;
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve("barman");
        Files.writeString(program, PROGRAM.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        of("diagnose", "barman-3.4-diagnose-plain.json");
        of("double", "barman-3.4-json-diagnose.json");
        of("check", "barman-3.4-check-json-all.json");
        of("list", "barman-3.4-json-list-backup-all.json");
    }

    /** One of {@code diagnose}, {@code check}, {@code list}, {@code refusal} is this capture. */
    Answering of(String command, String capture) throws IOException {
        return with(command, text(capture));
    }

    Answering with(String command, String text) throws IOException {
        Files.writeString(folder.resolve(command), text);
        return this;
    }

    LocalHost host() throws IOException {
        return host(Map.of());
    }

    LocalHost host(Map<String, String> variables) throws IOException {
        Map<String, String> all = new java.util.HashMap<>(variables);
        all.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return LocalHost.of(folder, Map.of(), all);
    }

    static String text(String capture) throws IOException {
        try (InputStream in = Answering.class.getResourceAsStream("/captures/" + capture)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
