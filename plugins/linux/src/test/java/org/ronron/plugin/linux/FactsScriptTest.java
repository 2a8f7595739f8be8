package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.NodeFact;

/** The script in the shells that machines have, on this machine. */
class FactsScriptTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash"})
    void runsInEveryShell(String shell) throws Exception {
        String answer = run(List.of(need(shell).toString(), "-s"), script());
        NodeFact node = Captures.REPORT.read(answer).nodes().getFirst();

        assertTrue(node.memory().orElse(0) > 100_000_000, node::toString);
        assertTrue(node.disk().orElse(0) > 100_000_000, node::toString);
        assertTrue(node.labels().containsKey("kernel"), node::toString);
        assertTrue(node.labels().containsKey("since"), node::toString);
        assertNotEquals("serveur.example", node.name());
    }

    /** The least machine: BusyBox's own tools and nothing else in PATH. */
    @Test
    void runsWithBusyboxAlone() throws Exception {
        Path busybox = Files.copy(need("busybox"), folder.resolve("busybox"));
        Process install =
                new ProcessBuilder(busybox.toString(), "--install", "-s", folder.toString())
                        .start();
        assertTrue(install.waitFor(20, TimeUnit.SECONDS));
        String answer = run(List.of("env", "-i", folder + "/sh", "-s"), withToolsIn(folder));
        NodeFact node = Captures.REPORT.read(answer).nodes().getFirst();

        assertTrue(node.memory().isPresent() && node.diskFree().isPresent(), node::toString);
        assertFalse(node.labels().containsKey("updates"));
    }

    /** A machine with next to no tools tells what it can, and the whole of it. */
    @Test
    void missingToolsAreNotKnown() throws Exception {
        for (String tool : List.of("uname", "head", "cut")) {
            Files.copy(need(tool), folder.resolve(tool));
        }
        String answer = run(List.of(need("sh").toString(), "-s"), withToolsIn(folder));
        NodeFact node = Captures.REPORT.read(answer).nodes().getFirst();

        assertEquals(OptionalLong.empty(), node.memory());
        assertEquals(OptionalLong.empty(), node.cpu());
        assertEquals(List.of(), node.addresses());
        assertEquals(Set.of("kernel", "since"), node.labels().keySet());
    }

    private static String withToolsIn(Path folder) throws Exception {
        return script().replaceFirst("(?m)^PATH=.*$", "PATH=" + folder);
    }

    private static Path need(String program) {
        return Stream.of("/bin", "/usr/bin")
                .map(at -> Path.of(at, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(
                        () -> {
                            assertNotEquals("required", System.getProperty("lab"), program);
                            return Assumptions.abort(program + " is not installed");
                        });
    }

    private static String script() throws Exception {
        return own("config.sh") + own("facts.sh");
    }

    private static String own(String name) throws Exception {
        try (InputStream in = LinuxConnector.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String run(List<String> command, String script) throws Exception {
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(script);
        }
        assertTrue(process.waitFor(70, TimeUnit.SECONDS), "still running");
        assertEquals(0, process.exitValue());
        return Files.readString(out);
    }
}
