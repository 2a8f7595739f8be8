package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The {@code openssl} program, for what Java's own TLS does not write or serve. */
public final class OpenSsl {
    private static final Path PROGRAM = Path.of("/usr/bin/openssl");

    private OpenSsl() {}

    /** Skips the test when there is none, or fails it where the lab is required. */
    public static void needed() {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there && "required".equals(System.getProperty("lab"))) {
            fail("no " + PROGRAM + ": install openssl");
        }
        Assumptions.assumeTrue(there, "no " + PROGRAM + ": install openssl");
    }

    /** Starts it with standard input and output as pipes. */
    public static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Runs it to its end, with this on its standard input. */
    public static String run(String input, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("openssl: " + said);
        }
        return said;
    }
}
