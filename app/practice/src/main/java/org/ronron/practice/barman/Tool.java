package org.ronron.practice.barman;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Barman's program with its configuration; as root it lets go of root by itself. */
record Tool(Path program, Path config) {
    private static final long SECONDS = 120;

    /**
     * Runs it to its end.
     *
     * @return what it wrote
     * @throws IOException with that, when it fails
     */
    String ask(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "-c", config.toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    static String run(List<String> command) throws IOException {
        Path said = Files.createTempFile("ronron-barman", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(said);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + ": " + text);
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
