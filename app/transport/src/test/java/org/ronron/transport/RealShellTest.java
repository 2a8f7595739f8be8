package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Shell;

/** Commands on a real OpenSSH server, through a real login shell and a real {@code /bin/sh}. */
class RealShellTest {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String HOSTILE =
            "'; touch /nowhere; $(id) `id` \"x\" \\ \n\t-rf --help é漢🐱 \u202e\u0001 * ~ & | > #";

    @TempDir Path folder;
    private final Lent lent = new Lent();

    @BeforeAll
    static void needed() {
        RealSshd.needed();
    }

    @AfterEach
    void close() {
        lent.close();
    }

    private static Shell.Script reading(String text) {
        return new Shell.Script("facts", true, text);
    }

    private Shell shell(RealSshd sshd) throws ConnectorException {
        return lent.host(false, TIME, sshd.settings()).shell();
    }

    /** A shell on a machine whose key is accepted. */
    private Shell trusted(RealSshd sshd) throws ConnectorException {
        Shell shell = shell(sshd);
        lent.trust.accept(
                refused(CommonError.TRUST_UNKNOWN, () -> shell.run(reading(":"), List.of(), TIME)));
        return shell;
    }

    private static Fault refused(ErrorCode code, Running call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Lent.NAME, e.fault().endpoint());
        assertFalse(e.fault().toString().contains("Exception"), e.getMessage());
        return e.fault();
    }

    private interface Running {
        void run() throws ConnectorException;
    }

    private String fingerprint(RealSshd sshd) throws Exception {
        Process shown =
                new ProcessBuilder("ssh-keygen", "-l", "-f", sshd.file("host.pub").toString())
                        .start();
        return new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .split(" ")[1];
    }

    @Test
    void anUnknownKeyIsAskedForAsOpensshPrintsIt() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Fault fault =
                    refused(
                            CommonError.TRUST_UNKNOWN,
                            () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
            assertEquals(
                    Map.of(
                            "address",
                            "ssh://127.0.0.1:" + sshd.port(),
                            "algorithm",
                            "ssh-ed25519",
                            "fingerprint",
                            fingerprint(sshd)),
                    fault.details());
        }
    }

    @Test
    void aChangedKeyStopsTheEndpoint() throws Exception {
        int port;
        try (RealSshd sshd = new RealSshd(folder)) {
            port = sshd.port();
            assertEquals("ok", trusted(sshd).run(reading("printf ok"), List.of(), TIME).out());
            sshd.newHostKey("ecdsa");
        }
        try (RealSshd sshd = new RealSshd(folder, port)) {
            Fault fault =
                    refused(
                            CommonError.TRUST_CHANGED,
                            () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
            assertEquals(fingerprint(sshd), fault.details().get("seen"));
            assertEquals(
                    lent.trust.keys("ssh://127.0.0.1:" + port).getFirst().fingerprint(),
                    fault.details().get("known"));
            refused(
                    CommonError.TRUST_CHANGED,
                    () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
        }
    }

    @Test
    void ofSeveralHostKeysTheKnownOneIsAskedFor() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            sshd.keygen("second", "rsa", "");
        }
        try (RealSshd sshd = new RealSshd(folder, "HostKey " + folder.resolve("second"))) {
            String address = "ssh://127.0.0.1:" + sshd.port();
            Process shown =
                    new ProcessBuilder("ssh-keygen", "-l", "-f", folder + "/second.pub").start();
            String rsa =
                    new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .split(" ")[1];
            lent.trust.accept(
                    new org.ronron.core.port.Trust.TrustedKey(address, "ssh-rsa", rsa, 1, "Sam"));
            assertEquals("ok", shell(sshd).run(reading("printf ok"), List.of(), TIME).out());
        }
    }

    @Test
    void aRefusedLoginIsSaidAsOne() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            trusted(sshd);
            Map<String, String> other = new HashMap<>(sshd.settings());
            other.put("keyFile", sshd.keygen("stranger", "ed25519", "").toString());
            Fault fault =
                    refused(
                            CommonError.LOGIN_REFUSED,
                            () ->
                                    lent.host(false, TIME, other)
                                            .shell()
                                            .run(reading("echo no"), List.of(), TIME));
            assertEquals("ssh://127.0.0.1:" + sshd.port(), fault.details().get("address"));
        }
    }

    @Test
    void keysOfAllKindsAndWithPassphrases() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            trusted(sshd);
            for (String kind : List.of("rsa", "ecdsa", "ed25519")) {
                Path key = sshd.keygen("key-" + kind, kind, "mot de passe " + kind);
                Files.writeString(
                        sshd.file("authorized"),
                        Files.readString(sshd.file("key-" + kind + ".pub")));
                Map<String, String> settings = new HashMap<>(sshd.settings());
                settings.put("keyFile", key.toString());
                lent.secrets.put("armoire/passphrase", ("mot de passe " + kind).toCharArray());
                lent.transport.drop("e1");
                Shell shell = lent.host(false, TIME, settings, "passphrase").shell();
                assertEquals("ok", shell.run(reading("printf ok"), List.of(), TIME).out());
                lent.transport.drop("e1");
                lent.secrets.put("armoire/passphrase", "faux".toCharArray());
                refused(
                        CommonError.BAD_SETTING,
                        () -> shell.run(reading("printf ok"), List.of(), TIME));
            }
        }
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        Random random = new Random(20_261_123L);
        List<String> arguments =
                new ArrayList<>(List.of("", "-n", "--", "-e", HOSTILE, "a\r\nb\n"));
        String alphabet =
                "aZ0 '\"\\$`()[]{}<>|&;*?!#~%@=-+,.:/^_\n\t\r\u0001\u001b\u007fé漢🐱\u202e";
        int[] points = alphabet.codePoints().toArray();
        while (arguments.size() < 500) {
            StringBuilder one = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                one.appendCodePoint(points[random.nextInt(points.length)]);
            }
            arguments.add(one.toString());
        }
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell.Answer answer =
                    trusted(sshd)
                            .run(
                                    reading("for a in \"$@\"; do printf '%s\\0' \"$a\"; done"),
                                    arguments,
                                    TIME);
            assertEquals(OptionalInt.of(0), answer.exit());
            List<String> back = List.of(answer.out().split("\0", -1));
            assertEquals(arguments, back.subList(0, back.size() - 1));
            assertEquals("", answer.err());
        }
    }

    @Test
    void whatNoCommandCanTakeIsRefused() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            for (String bad : List.of("a\0b", "half \ud83d character")) {
                refused(CommonError.BAD_SETTING, () -> shell.run(reading(":"), List.of(bad), TIME));
            }
        }
    }

    @Test
    void statusStreamsAndSurroundings() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            Shell.Answer three =
                    shell.run(reading("echo out; echo err >&2; cat; exit 3"), List.of("x"), TIME);
            assertEquals(new Shell.Answer(OptionalInt.of(3), "out\n", "err\n", false), three);
            Shell.Answer env =
                    shell.run(reading("printf '%s %s' \"$LC_ALL\" \"$#\""), List.of("a"), TIME);
            assertEquals("C.UTF-8 1", env.out());
            Shell.Answer tty = shell.run(reading("tty; echo \"$SSH_AUTH_SOCK\""), List.of(), TIME);
            assertTrue(tty.out().contains("not a tty"), tty.out());
            Shell.Answer killed = shell.run(reading("kill -9 $$"), List.of(), TIME);
            assertEquals(OptionalInt.empty(), killed.exit());
            Shell.Answer syntax = shell.run(reading("if; then"), List.of(), TIME);
            assertTrue(syntax.exit().isEmpty() || syntax.exit().getAsInt() != 0);
        }
    }

    @Test
    void endlessOutputIsBounded() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            Shell.Answer cut =
                    shell.run(
                            reading("printf first; head -c 3000000 /dev/zero; printf last"),
                            List.of(),
                            TIME);
            assertTrue(cut.cut());
            assertTrue(cut.out().startsWith("first"));
            assertTrue(cut.out().endsWith("last"), "ends with what came last");
            assertTrue(cut.out().length() <= 2 * 256 * 1024 + 3);
            Fault fault =
                    refused(
                            CommonError.TOO_LARGE,
                            () -> shell.run(reading("yes '<b>'"), List.of(), TIME));
            assertEquals("64 MiB", fault.details().get("limit"));
            assertEquals("ok", shell.run(reading("printf ok"), List.of(), TIME).out());
        }
    }

    @Test
    void aHangEndsAtTheDeadline() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            long start = System.nanoTime();
            Fault fault =
                    refused(
                            CommonError.TIMEOUT,
                            () ->
                                    shell.run(
                                            reading("sleep 60; # " + HOSTILE.replace('\n', ' ')),
                                            List.of("jeton"),
                                            Duration.ofSeconds(1)));
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
            assertEquals(Effect.NONE, fault.effect());
            assertFalse(fault.toString().contains("sleep"));
            assertEquals("ok", shell.run(reading("printf ok"), List.of(), TIME).out());
            Shell.Script writing = new Shell.Script("write", false, "sleep 60");
            Shell writable = lent.host(true, TIME, sshd.settings()).shell();
            assertEquals(
                    Effect.UNKNOWN,
                    refused(
                                    CommonError.TIMEOUT,
                                    () -> writable.run(writing, List.of(), Duration.ofSeconds(5)))
                            .effect());
        }
    }

    @Test
    void aReadOnlyMachineRunsReadingScriptsOnly() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Path made = folder.resolve("made");
            Shell.Script writing = new Shell.Script("make", false, "touch \"$1\"");
            Shell shell = trusted(sshd);
            Fault fault =
                    refused(
                            CommonError.READ_ONLY,
                            () -> shell.run(writing, List.of(made.toString()), TIME));
            assertEquals("make", fault.details().get("call"));
            assertTrue(Files.notExists(made));
            lent.host(true, TIME, sshd.settings())
                    .shell()
                    .run(writing, List.of(made.toString()), TIME);
            assertTrue(Files.exists(made));
        }
    }

    @Test
    void aLoginsNoiseIsNotTheAnswer() throws Exception {
        try (RealSshd sshd =
                new RealSshd(
                        folder,
                        "ForceCommand echo 'Welcome @'; echo '<b>noise' >&2;"
                                + " eval \"$SSH_ORIGINAL_COMMAND\"")) {
            Shell.Answer answer = trusted(sshd).run(reading("printf ok"), List.of(), TIME);
            assertEquals(new Shell.Answer(OptionalInt.of(0), "ok", "", false), answer);
        }
    }

    @Test
    void aLoginWithoutShellIsSaidAsOne() throws Exception {
        try (RealSshd sshd = new RealSshd(folder, "ForceCommand cat; exit 1")) {
            Shell shell = trusted(sshd);
            Fault fault =
                    refused(
                            CommonError.COMMAND_FAILED,
                            () -> shell.run(reading("echo geheim"), List.of("jeton"), TIME));
            assertEquals("facts", fault.details().get("command"));
            assertFalse(fault.toString().contains("geheim"));
            assertFalse(fault.toString().contains("jeton"));
        }
    }

    @Test
    void aServerThatDiesInTheMiddleCutsTheCommand() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            refused(
                    CommonError.CUT,
                    () -> shell.run(reading("kill -9 $PPID; sleep 60"), List.of(), TIME));
            assertEquals("ok", shell.run(reading("printf ok"), List.of(), TIME).out());
        }
    }

    @Test
    void manyAtOnceShareOneSession() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Shell shell = trusted(sshd);
            CountDownLatch done = new CountDownLatch(24);
            AtomicReference<String> wrong = new AtomicReference<>("");
            for (int i = 0; i < 24; i++) {
                String mine = Integer.toString(i);
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        String out =
                                                shell.run(
                                                                reading("printf '%s' \"$1\""),
                                                                List.of(mine),
                                                                TIME)
                                                        .out();
                                        if (!out.equals(mine)) {
                                            wrong.set(out);
                                        }
                                    } catch (ConnectorException e) {
                                        wrong.set(e.fault().toString());
                                    }
                                    done.countDown();
                                });
            }
            assertTrue(done.await(60, TimeUnit.SECONDS));
            assertEquals("", wrong.get());
            long logins =
                    Files.readAllLines(sshd.file("log")).stream()
                            .filter(l -> l.startsWith("Accepted"))
                            .count();
            assertEquals(1, logins);
        }
    }

    @Test
    void theUsersAgentIsAskedWhereNothingElseIsGiven() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (RealSshd sshd = new RealSshd(folder);
                Lent withAgent = new Lent(Optional.of(socket))) {
            ProcessBuilder add =
                    new ProcessBuilder("ssh-add", "-q", sshd.file("client").toString())
                            .redirectErrorStream(true);
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertEquals(0, add.start().waitFor());
            Map<String, String> settings = new HashMap<>(sshd.settings());
            settings.remove("keyFile");
            withAgent.trust.accept(
                    refused(
                            CommonError.TRUST_UNKNOWN,
                            () -> shell(sshd).run(reading(":"), List.of(), TIME)));
            assertEquals(
                    "ok",
                    withAgent
                            .host(false, TIME, settings)
                            .shell()
                            .run(reading("printf ok; ssh-add -l"), List.of(), TIME)
                            .out());
            lent.trust.accept(withAgent.trust.keys("ssh://127.0.0.1:" + sshd.port()).getFirst());
            Fault fault =
                    refused(
                            CommonError.BAD_SETTING,
                            () ->
                                    lent.host(false, TIME, settings)
                                            .shell()
                                            .run(reading(":"), List.of(), TIME));
            assertEquals("keyFile", fault.details().get("setting"));
        } finally {
            agent.destroy();
        }
    }

    @RepeatedTest(20)
    void rekeyingByTheServerLosesNothing() throws Exception {
        try (RealSshd sshd = new RealSshd(folder, "RekeyLimit 64K", "LogLevel DEBUG1")) {
            Shell.Answer answer =
                    trusted(sshd)
                            .run(
                                    reading(
                                            "i=0; while [ $i -lt 40000 ]; do"
                                                    + " echo \"line $i\"; i=$((i+1)); done"),
                                    List.of(),
                                    TIME);
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 40_000; i++) {
                expected.append("line ").append(i).append('\n');
            }
            assertEquals(OptionalInt.of(0), answer.exit());
            assertFalse(answer.cut());
            assertEquals(expected.toString(), answer.out());
            long exchanges =
                    Files.readAllLines(sshd.file("log")).stream()
                            .filter(l -> l.contains("SSH2_MSG_NEWKEYS sent"))
                            .count();
            assertTrue(exchanges > 5, "key exchanges: " + exchanges);
        }
    }
}
