package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Shell;

/** Commands on a real OpenSSH server, through a real login shell and a real {@code /bin/sh}. */
class RealShellTest extends RealShells {
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
