package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.ronron.api.FindingFact;
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
        long used = node.room().memoryUsed().orElse(0);
        assertTrue(used > 10_000_000 && used < node.memory().orElse(0), node::toString);
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
        assertEquals(OptionalLong.empty(), node.room().memoryUsed());
        assertEquals(OptionalLong.empty(), node.cpu());
        assertEquals(List.of(), node.addresses());
        assertEquals(Set.of("kernel", "since"), node.labels().keySet());
    }

    /** The real answer of systemctl 252 through the script; see the captures' README. */
    @Test
    void timersAreReadAsSystemctlShowsThem() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path shown = folder.resolve("shown");
        Files.writeString(shown, Captures.read("systemctl-252-timers.txt"));
        Path systemctl = tools.resolve("systemctl");
        Files.writeString(
                systemctl,
                "#!/bin/sh\n[ \"$1\" = --all ] && [ \"$TZ\" = UTC ] && cat " + shown + "\n:\n");
        assertTrue(systemctl.toFile().setExecutable(true));
        String script =
                script().replace("PATH=$PATH", "PATH=" + tools + ":$PATH")
                        .replace("-d /run/systemd/system", "-d " + tools);

        for (String shell : List.of("dash", "bash")) {
            String answer = run(List.of(need(shell).toString(), "-s"), script);
            List<String> timers = Sections.parse(answer).of("timers");
            assertEquals(6, timers.size(), answer);
            assertTrue(
                    timers.containsAll(
                            List.of(
                                    "borgmatic.timer borgmatic.service active"
                                            + " 2026-11-25T21:54:35Z 2026-11-25T21:54:35Z"
                                            + " *-*-* 00:00:00",
                                    "restic-nas.timer restic-nas.service off"
                                            + " 2026-11-25T21:54:35Z - *-*-* 03:30:00",
                                    "logs.timer logs.service active 2026-11-25T21:54:35Z - ")),
                    timers::toString);
            List<FindingFact> found = Captures.REPORT.read(answer).findings();
            assertTrue(
                    found.stream()
                            .anyMatch(
                                    f ->
                                            f.kind().equals("backup-off")
                                                    && f.details().containsValue("restic-nas")),
                    found::toString);
        }
    }

    /** Made by the real openssl; what lies where private keys are kept is not opened. */
    @Test
    void certificatesAreReadWhereTheyMayBe() throws Exception {
        Path certbot = folder.resolve("live");
        Path live = Files.createDirectories(certbot.resolve("pad.example"));
        Path secret = Files.createDirectories(folder.resolve("etc/ssl/private"));
        certificate(live.resolve("cert.pem"), "/C=FR/CN=pad.example", 30);
        certificate(secret.resolve("both.pem"), "/CN=secret.example", 30);
        Path link =
                Files.createSymbolicLink(folder.resolve("link.pem"), secret.resolve("both.pem"));
        Path own = folder.resolve("with space.pem");
        certificate(own, "/O=Les Chats/CN=meet.example", 5);
        Path none = Files.writeString(folder.resolve("none.pem"), "no certificate");
        String script = script().replace("/etc/letsencrypt/live", certbot.toString());

        List<String> command = new ArrayList<>(List.of(need("dash").toString(), "-s", "", ""));
        List<Path> asked = List.of(own, link, secret.resolve("both.pem"), none);
        asked.forEach(path -> command.add(path.toString()));
        Sections all = Sections.parse(run(command, script));

        assertEquals(
                List.of("meet.example", "pad.example"),
                Certificate.of(all).stream().map(Certificate::name).toList());
        Instant end = Certificate.of(all).getFirst().end();
        Duration left = Duration.between(Files.getLastModifiedTime(own).toInstant(), end);
        assertEquals(5, Math.round(left.toSeconds() / 86_400.0));
        assertFalse(all.value("certificates", "closed").isPresent());
    }

    private static void certificate(Path file, String subject, int days) throws Exception {
        Path key = file.resolveSibling("key");
        String[] command = {
            need("openssl").toString(),
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            key.toString(),
            "-out",
            file.toString(),
            "-subj",
            subject,
            "-days",
            Integer.toString(days)
        };
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), said);
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
