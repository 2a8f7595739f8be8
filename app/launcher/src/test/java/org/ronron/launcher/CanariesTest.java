package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.MadeSecret;
import org.ronron.launcher.Canaries.Use;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.testkit.Proof;
import org.ronron.transport.vault.Argon2Cost;
import org.ronron.transport.vault.VaultFile;

/**
 * P8: 40 secrets go through every flow that there is, against a server that gives all of them back,
 * in programs that are killed and break; afterwards none is in any file, picture, log, output,
 * argument or environment.
 */
final class CanariesTest {
    private static final int ALL = 40;
    private static final long PATIENCE_SECONDS = 300;
    private static final Path PROC = Path.of("/proc");

    @TempDir private Path folder;
    private final Canaries canaries = Canaries.hatch();
    private final Haystack search = new Haystack(canaries.all());
    private final Map<String, Set<String>> seenRunning = new LinkedHashMap<>();
    private int looks;
    private long bytesLookedAt;

    @Test
    void noneIsFoundAnywhere() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                EchoServer echo = new EchoServer(threads);
                MinaSshd sshd = MinaSshd.start(keys, "127.0.0.1", new Behaviour.Answers("?"))) {
            List<String> ssh =
                    List.of(
                            "host=" + sshd.host(),
                            "port=" + sshd.port(),
                            "user=" + sshd.user(),
                            "keyFile=" + sshd.keyFile(),
                            "encrypted=" + encrypted(sshd, keys, Use.KEY_FILE),
                            "viaKey=" + encrypted(sshd, keys, Use.VIA_KEY));
            Process first = evening("first", echo, ssh);
            threads.submit(
                    () -> {
                        echo.awaitChange();
                        return first.destroyForcibly();
                    });
            watch(first, Set.of());
            assertTrue(said("first").contains("under way"), () -> said("first"));
            echo.answers();
            Process second = evening("second", echo, ssh);
            watch(second, Set.of());
            assertEquals(0, second.exitValue(), () -> said("second"));
            assertTrue(said("second").contains("over"), () -> said("second"));
            commands(echo, sshd);
        }
        Set<String> all = new TreeSet<>(canaries.all());
        List<String> made = made();
        all.addAll(made);
        assertEquals(ALL, all.size());
        Haystack whole = new Haystack(List.copyOf(all));
        Map<Path, Set<String>> files = whole.in(folder);
        Set<String> found = new TreeSet<>();
        files.values().forEach(found::addAll);
        seenRunning.values().forEach(found::addAll);
        Proof.write("P8", "P8: " + all.size() + " canaries, " + found.size() + " found");
        assertEquals(Map.of(), seenRunning, "in arguments or environments");
        assertEquals(Map.of(), files, "in files");
        assertTrue(looks > 20, "the running programs were looked at " + looks + " times");
        assertTrue(Files.notExists(PROC) || bytesLookedAt > 10_000, "nothing ran");
        planted(whole);
    }

    /** The same search, after the same evening, finds what is left behind. */
    private void planted(Haystack whole) throws IOException {
        assertTrue(Files.size(folder.resolve("out/trace")) > 100_000, "nothing was logged");
        for (String place :
                List.of("user/.local/share/ronron/ronron.db", "out/trace", "out/second")) {
            Path file = folder.resolve(place);
            byte[] before = Files.readAllBytes(file);
            byte[] canary = canaries.of(Use.GARAGE).getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(canary, 0, before, before.length / 2, canary.length);
            Files.write(file, before);
            assertEquals(Set.of(canaries.of(Use.GARAGE)), whole.in(folder).get(file), place);
        }
    }

    /**
     * The practice server's key, under a passphrase; made before anybody looks at arguments.
     * Without {@code ssh-keygen} it stays bare, and the passphrase is one that nobody needs.
     */
    private Path encrypted(MinaSshd sshd, Path keys, Use passphrase) throws Exception {
        Path copy = Files.copy(sshd.keyFile(), keys.resolve(passphrase.name()));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        if (Programs.ofThisMachine().find("ssh-keygen").isPresent()) {
            List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-p", "-P", ""));
            command.addAll(List.of("-N", canaries.of(passphrase), "-f", copy.toString()));
            Process keygen =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("keygen").toFile())
                            .start();
            assertTrue(keygen.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, keygen.exitValue(), Files.readString(folder.resolve("keygen")));
        }
        return copy;
    }

    private Process evening(String name, EchoServer echo, List<String> ssh) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path user = Files.createDirectories(folder.resolve("user"));
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        List<String> command = new ArrayList<>(java(user, scratch));
        command.add(CanaryEvening.class.getName());
        command.addAll(List.of(home(user).toString(), out.resolve("pictures").toString()));
        command.add(echo.url("").toString().replaceAll("/$", ""));
        command.add(name);
        command.addAll(ssh);
        Process child = start(command, name, Map.of());
        try (var in = child.outputWriter(StandardCharsets.UTF_8)) {
            in.write(canaries.line() + "\n");
        }
        return child;
    }

    private static Path home(Path user) {
        return Homes.of(Map.of(), "Linux", user);
    }

    private List<String> java(Path user, Path scratch) {
        return List.of(
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
                "-Dlogback.configurationFile=logback-trace.xml",
                "-Dronron.trace=" + folder.resolve("out/trace"),
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
    }

    private Process start(List<String> command, String name, Map<String, String> given)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.resolve("scratch").toFile());
        builder.environment()
                .keySet()
                .removeIf(v -> v.equals("RONRON_HOME") || v.startsWith("XDG_"));
        builder.environment().put("HOME", folder.resolve("user").toString());
        builder.environment().putAll(given);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("out/" + name).toFile())
                .start();
    }

    /**
     * The command line: reading what is there, and trying connections whose secrets are variables.
     */
    private void commands(EchoServer echo, MinaSshd sshd) throws Exception {
        run("status", Map.of(), "status", "--json");
        run("status-words", Map.of(), "status", "--lang", "fr");
        run(
                "check-garage",
                Map.of("A", canaries.of(Use.CHECK_GARAGE), "B", canaries.of(Use.CHECK_WRITE)),
                "check",
                "garage",
                "url=" + echo.url("fails"),
                "--secret",
                "token=env:A",
                "--secret",
                "writeToken=env:B");
        run(
                "check-linux",
                Map.of("C", canaries.of(Use.CHECK_PASSWORD)),
                "check",
                "linux",
                "host=" + sshd.host(),
                "port=" + sshd.port(),
                "user=" + sshd.user(),
                "--secret",
                "password=env:C",
                "--trust",
                sshd.fingerprint());
    }

    /**
     * Secrets given as variables are the person's, and what this program starts inherits them: in
     * environments these very ones are let pass, and no other; in arguments none is.
     */
    private void run(String name, Map<String, String> given, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(java(folder.resolve("user"), folder.resolve("scratch")));
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        Process child = start(command, name, given);
        watch(child, Set.copyOf(given.values()));
        assertTrue(!said(name).isBlank(), name + " said nothing");
    }

    /** Looks again and again at what runs on this machine until the program has ended. */
    private void watch(Process child, Set<String> own) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!child.waitFor(100, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > end) {
                child.destroyForcibly();
                throw new AssertionError("it does not end");
            }
            looks++;
            running().forEach(p -> look(p.resolve("cmdline"), Set.of()));
            look(PROC.resolve(child.pid() + "/environ"), own);
            child.descendants().forEach(p -> look(PROC.resolve(p.pid() + "/environ"), own));
        }
    }

    /** Every process of this machine, where the system tells (proc(5)). */
    private static List<Path> running() throws IOException {
        if (Files.notExists(PROC)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(PROC)) {
            return all.filter(p -> p.getFileName().toString().matches("[0-9]+")).toList();
        }
    }

    /** What has ended by now has nothing to look at. */
    private void look(Path file, Set<String> own) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException ended) {
            return;
        }
        bytesLookedAt += bytes.length;
        Set<String> found = new TreeSet<>(search.in(bytes));
        found.removeAll(own);
        if (!found.isEmpty()) {
            seenRunning.put(file.toString(), found);
        }
    }

    /** Those that Ronron made: only the vault that was put aside knows them. */
    private List<String> made() throws Exception {
        Path aside = home(folder.resolve("user")).resolve("vault.aside-1");
        VaultFile vault = new VaultFile(aside, new SecureRandom(), Argon2Cost.PRODUCTION);
        vault.unlock(canaries.chars(Use.VAULT));
        List<String> values = new ArrayList<>();
        for (String name : vault.names()) {
            if (MadeSecret.made(name) && values.size() < MadeSecret.Kind.values().length) {
                values.add(new String(vault.get(name).orElseThrow()));
            }
        }
        return values;
    }

    private String said(String name) {
        try {
            return Files.readString(folder.resolve("out/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
