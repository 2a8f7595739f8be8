package org.ronron.receipt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ronron.api.Shell;

/**
 * This machine's own shell, as the transport uses it: the script over standard input.
 *
 * @param state stands for the account's {@code XDG_STATE_HOME}
 */
record Here(Path state) implements Shell {
    @Override
    public Answer run(Script script, List<String> arguments, Duration deadline) {
        List<String> command = new ArrayList<>(List.of("sh", "-s"));
        command.addAll(arguments);
        try {
            Path err = Files.createTempFile(state.resolveSibling(""), "err", "");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().put("XDG_STATE_HOME", state.toString());
            Process process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write("(\n" + script.text() + "\n) </dev/null\nexit $?\n");
            }
            // all of it: whoever still held this stream would keep the connection from ending
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), script.name());
            return new Answer(
                    OptionalInt.of(process.exitValue()), out, Files.readString(err), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Path receipt(String name) {
        return state.resolve("ronron/receipts").resolve(name);
    }

    /** The process that does the work; it writes its number right after it has begun. */
    ProcessHandle process(String name) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(receipt(name).resolve("pid"))) {
            assertTrue(System.nanoTime() < end, "it never began");
            Thread.onSpinWait();
        }
        String pid = Files.readString(receipt(name).resolve("pid")).split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(pid)).orElse(ProcessHandle.current());
    }

    /** Waits until the work has ended. */
    void ended(String name) throws Exception {
        ProcessHandle process = process(name);
        if (!process.equals(ProcessHandle.current())) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }
}
