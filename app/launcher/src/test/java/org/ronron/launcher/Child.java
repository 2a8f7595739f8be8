package org.ronron.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a person of this home would start it, without a display. */
final class Child {
    private final Path user;
    private final Path scratch;

    /**
     * @param user the person's home: what {@code HOME} and {@code user.home} say
     * @param scratch where temporary files and what it prints go
     */
    Child(Path user, Path scratch) throws IOException {
        this.user = Files.createDirectories(user);
        this.scratch = Files.createDirectories(scratch);
    }

    /** How it ended, and the lines that it printed. */
    record Ended(int exit, List<String> lines) {}

    Ended run(long seconds, String... arguments) throws Exception {
        Process process = start(arguments);
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            return new Ended(ended ? process.exitValue() : -1, lines());
        } finally {
            process.destroyForcibly();
        }
    }

    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djavafx.cachedir=" + System.getProperty("javafx.cachedir"),
                                "-Djava.io.tmpdir=" + scratch,
                                "-Duser.home=" + user,
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(scratch.toFile());
        builder.environment().keySet().removeIf(Child::namesAFolderOfOurs);
        builder.environment().put("HOME", user.toString());
        return builder.redirectErrorStream(true).redirectOutput(said().toFile()).start();
    }

    private static boolean namesAFolderOfOurs(String variable) {
        return variable.equals("RONRON_HOME") || variable.startsWith("XDG_");
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(said());
    }

    private Path said() {
        return scratch.resolve("said");
    }

    /** All that is in the person's home: each file's size, bytes and time, each folder's time. */
    Map<String, String> home() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(user)) {
            for (Path path : walk.toList()) {
                String bytes =
                        Files.isRegularFile(path)
                                ? " " + java.util.Arrays.hashCode(Files.readAllBytes(path))
                                : "";
                all.put(
                        user.relativize(path).toString(),
                        Files.size(path) + " " + Files.getLastModifiedTime(path) + bytes);
            }
        }
        return all;
    }
}
