package org.ronron.practice.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/**
 * PostgreSQL's programs of this machine. Its servers refuse to run as root: then they run as the
 * account that Debian's package makes for them, otherwise as whoever started us.
 *
 * @param bin the folder with {@code initdb} and {@code postgres}
 */
record PostgresPrograms(Path bin) {
    /** Where Debian puts them, a folder a version. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static final String ACCOUNT = "postgres";
    private static final long SECONDS = 120;

    static PostgresPrograms find(Programs programs) throws MissingProgramException, IOException {
        Optional<Path> newest = Optional.empty();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                newest =
                        versions.map(version -> version.resolve("bin"))
                                .filter(b -> Files.isExecutable(b.resolve("postgres")))
                                .max(Comparator.naturalOrder());
            }
        }
        Programs looked = newest.map(b -> new Programs(List.of(b))).orElse(programs);
        // asked of the caller's own programs too: who wants the stand-ins finds none
        Optional<Path> wanted = programs.find("sh");
        Path found =
                (wanted.isPresent() ? looked : programs)
                        .require("initdb", "apt install postgresql");
        return new PostgresPrograms(Objects.requireNonNull(found.toRealPath().getParent()));
    }

    /** The words before a program's own, so that it runs as who may run it. */
    static List<String> asItself(List<String> command) {
        List<String> words = new ArrayList<>();
        if (root()) {
            words.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=" + ACCOUNT,
                            "--regid=" + ACCOUNT,
                            "--init-groups",
                            "--"));
        }
        words.addAll(command);
        return List.copyOf(words);
    }

    /** Hands a folder to the account that the servers run as. */
    static void give(Path folder) throws IOException {
        if (root()) {
            run(List.of("chown", "-R", ACCOUNT + ":", folder.toString()), Map.of(), "");
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs one of them to its end, and gives what it said. */
    String run(Map<String, String> environment, String input, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return run(asItself(command), environment, input);
    }

    private static String run(List<String> command, Map<String, String> environment, String input)
            throws IOException {
        Path said = Files.createTempFile("ronron-postgresql", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                if (!input.isEmpty()) {
                    in.write(input);
                }
            }
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(said);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command.getLast() + " of " + command + ": " + text);
            }
            return text.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }
}
