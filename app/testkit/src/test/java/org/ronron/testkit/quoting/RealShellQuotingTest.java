package org.ronron.testkit.quoting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Shell;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.Proof;
import org.ronron.testkit.conformance.Lab;

/**
 * P7: whatever is in an argument, it arrives byte for byte through the login shell and the
 * interpreter of a machine, or is refused before anything leaves.
 */
class RealShellQuotingTest {
    /** 100,000 a shell where the lab is required, a tenth of it elsewhere. */
    private static final int EACH = "required".equals(System.getProperty("lab")) ? 100_000 : 10_000;

    /** Another one is given by -Dseed=…, as a failure prints it. */
    private static final long SEED = Long.getLong("seed", 20_261_125L);

    private static final Duration TIME = Duration.ofSeconds(60);

    /** Tells how many arguments there are, then each with a NUL behind it, in hexadecimal. */
    private static final Shell.Script ORACLE =
            new Shell.Script(
                    "oracle",
                    true,
                    "{ printf '%s\\0' \"$#\"; for a in \"$@\"; do printf '%s\\0' \"$a\"; done; }"
                            + " | od -An -v -tx1");

    @Test
    void everyArgumentArrivesOrIsRefused() throws Exception {
        Programs programs = Programs.ofThisMachine();
        Tally all = new Tally();
        try {
            Path busybox = programs.require("busybox", "apt install busybox");
            all.add(proved("sh", List.of(busybox.toString(), "sh"), busybox));
            for (String name : List.of("bash", "dash")) {
                Path shell = programs.require(name, "apt install " + name);
                all.add(proved(name, List.of(shell.toString()), shell));
            }
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        Proof.write(
                "P7", "P7: " + all.arguments + " arguments, " + all.differences + " differences");
        assertEquals(3 * EACH, all.arguments);
        assertEquals(0, all.differences, all.first);
    }

    /** Login shells of another family, where they are installed. */
    @ParameterizedTest
    @ValueSource(strings = {"tcsh", "fish", "zsh", "ksh"})
    void otherLoginShellsDoAsWell(String name) throws Exception {
        Programs programs = Programs.ofThisMachine();
        Optional<Path> login = programs.find(name);
        Assumptions.assumeTrue(login.isPresent(), name + " is not installed; nothing asks for it");
        try {
            Path sh = programs.require("sh", "a POSIX shell");
            Tally tally = proved(name, List.of(login.get().toString()), sh);
            assertEquals(0, tally.differences, tally.first);
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    private Tally proved(String name, List<String> login, Path interpreter) throws Exception {
        try (LoginShell machine = new LoginShell(login, interpreter)) {
            Shell shell = machine.shell();
            refused(shell, List.of("a\0b"));
            refused(shell, List.of("", "half \ud83d character"));
            assertTrue(machine.untouched(), "something has left for a refused argument");
            return run(name, machine, new Arguments(SEED + name.hashCode()));
        }
    }

    private static Tally run(String name, LoginShell machine, Arguments arguments)
            throws Exception {
        Tally tally = new Tally();
        int calls = 0;
        while (tally.arguments < EACH) {
            List<String> sent = new ArrayList<>();
            for (String one : arguments.batch(EACH - tally.arguments)) {
                tally.arguments++;
                if (Arguments.impossible(one)) {
                    refused(machine.shell(), List.of("before", one));
                } else {
                    sent.add(one);
                }
            }
            calls++;
            String where = name + " with -Dseed=" + SEED;
            Shell.Answer answer =
                    assertDoesNotThrow(() -> machine.shell().run(ORACLE, sent, TIME), where);
            assertEquals(OptionalInt.of(0), answer.exit(), () -> where + ": " + answer.err());
            assertEquals("", answer.err(), where);
            tally.compare(name, sent, answer);
        }
        assertEquals(calls, machine.commandsSeen(), "commands for refused arguments");
        assertFalse(machine.untouched(), "the log does not tell who connects");
        assertEquals(Arguments.allBytes(), arguments.bytes(), "a byte that no argument had");
        return tally;
    }

    private static void refused(Shell shell, List<String> arguments) {
        ConnectorException e =
                assertThrows(ConnectorException.class, () -> shell.run(ORACLE, arguments, TIME));
        assertEquals(CommonError.BAD_SETTING, e.fault().code());
    }

    private static final class Tally {
        private int arguments;
        private int differences;
        private String first = "";

        void add(Tally other) {
            arguments += other.arguments;
            differences += other.differences;
            first = first.isEmpty() ? other.first : first;
        }

        void compare(String name, List<String> sent, Shell.Answer answer) {
            byte[] seen = HexFormat.of().parseHex(answer.out().replaceAll("\\s", ""));
            List<byte[]> parts = split(seen);
            if (answer.cut() || !text(parts, 0).equals(Integer.toString(sent.size()))) {
                note(name + ": " + text(parts, 0) + " instead of " + sent.size());
            }
            for (int i = 0; i < sent.size(); i++) {
                byte[] wanted = sent.get(i).getBytes(StandardCharsets.UTF_8);
                byte[] got = i + 1 < parts.size() ? parts.get(i + 1) : new byte[] {0};
                if (!Arrays.equals(wanted, got)) {
                    HexFormat hex = HexFormat.of();
                    note(name + ": " + hex.formatHex(wanted) + " came as " + hex.formatHex(got));
                }
            }
        }

        private void note(String difference) {
            differences++;
            if (first.isEmpty()) {
                first = "with -Dseed=" + SEED + ", " + difference;
            }
        }

        private static String text(List<byte[]> parts, int at) {
            return at < parts.size() ? new String(parts.get(at), StandardCharsets.UTF_8) : "";
        }

        /** What stands before each NUL. */
        private static List<byte[]> split(byte[] all) {
            List<byte[]> parts = new ArrayList<>();
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            for (byte one : all) {
                if (one == 0) {
                    parts.add(part.toByteArray());
                    part.reset();
                } else {
                    part.write(one);
                }
            }
            return parts;
        }
    }
}
