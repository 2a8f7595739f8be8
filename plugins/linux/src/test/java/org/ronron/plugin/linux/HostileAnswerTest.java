package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;

/** Whatever a machine answers, there is an observation of plain text or one clear refusal. */
class HostileAnswerTest {
    private static final Set<ErrorCode> CLEAR =
            Set.of(CommonError.BAD_ANSWER, CommonError.WRONG_VERSION);
    private static final List<String> BAD =
            List.of(
                    "\u0000",
                    "\u001b[2J",
                    "\u202e",
                    "\ud800",
                    "\n== end\n",
                    "\n== name\n",
                    "-1",
                    "99999999999999999999999",
                    "|",
                    "borg.timer borg.service active 2026-01-01T00:00:00Z - *-*-* 1",
                    "x-backup.timer x.service off 2026-99-01T00:00:00Z - Mon",
                    "2026-01-01T00:00:00Z|/x\u202e|CN = \u0007x",
                    "%",
                    "<script>",
                    "'; rm -rf / #",
                    "x".repeat(5_000));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12.txt",
                "busybox-1.35.txt",
                "podman-4.3.txt",
                "composed-unwell.txt",
                "composed-forgotten.txt"
            })
    void twoThousandFiveHundredMutationsEach(String capture) throws Exception {
        String whole = Captures.read(capture);
        Random random = new Random(20_261_123);
        int read = 0;
        for (int i = 0; i < 2_500; i++) {
            if (readsOrRefuses(mutated(whole, random))) {
                read++;
            }
        }
        assertTrue(read > 250, "most mutations leave a readable answer, not " + read);
    }

    /** Nothing of a capture is left but the names of its sections, in any order. */
    @Test
    void tenThousandPiecesOfGarbage() {
        Random random = new Random(20_261_125);
        List<String> names =
                List.of(
                        "name",
                        "os",
                        "memory",
                        "cpu",
                        "disks",
                        "units",
                        "timers",
                        "certificates",
                        "podman",
                        "docker",
                        "rootpodman",
                        "refused",
                        "account",
                        "addresses",
                        "machine",
                        "kernel",
                        "config",
                        "updates",
                        "restart",
                        "since",
                        "end");
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "== name\nonion\n" : "");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append("== ").append(names.get(random.nextInt(names.size()))).append('\n');
                for (int w = random.nextInt(8); w > 0; w--) {
                    text.append(random.nextInt(4) == 0 ? random.nextLong() : "")
                            .append(BAD.get(random.nextInt(BAD.size() - 1)))
                            .append(random.nextBoolean() ? ' ' : '\n');
                }
                text.append('\n');
            }
            text.append(random.nextInt(4) == 0 ? "" : "\n== end\n");
            if (readsOrRefuses(text.toString())) {
                read++;
            }
        }
        assertTrue(read > 100, "some garbage can be read, not " + read);
    }

    /** What is shown to be copied into sudoers is ours, whatever the machine says. */
    @Test
    void aMachineCannotSayWhatToCopy() throws Exception {
        String forged =
                "== name\nonion\n== account\nname x ALL=(ALL) NOPASSWD: ALL #\nuid 1000\n"
                        + "== refused\npodman\nmallory ALL=(ALL) NOPASSWD: ALL\n== end\n";
        String lines =
                Captures.REPORT.read(forged).findings().stream()
                        .filter(finding -> finding.kind().equals("sudo-refused"))
                        .findFirst()
                        .orElseThrow()
                        .details()
                        .getOrDefault("lines", "");
        assertTrue(lines.startsWith("ronron ALL=(root) NOPASSWD: /usr/bin/podman ps "), lines);
        assertEquals(1, lines.lines().count());
    }

    @Test
    void aHostileFlood() {
        String long1 = "== name\n" + "a".repeat(10_000_000) + "\n== end\n";
        String many = "== name\nonion\n== disks\n" + "/dev/x 1 1 1 99% /x\n".repeat(300_000);
        String spaces = "== name\nonion\n== disks\n" + "x" + " ".repeat(300_000) + "y\n== end\n";
        String units = "== name\nonion\n== units\n" + "u failed x\n".repeat(300_000) + "== end\n";

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    assertFalse(readsOrRefuses(long1));
                    assertFalse(readsOrRefuses(many));
                    assertTrue(readsOrRefuses(many + "== end\n"));
                    assertTrue(readsOrRefuses(spaces));
                    assertTrue(readsOrRefuses(units));
                });
    }

    private static boolean readsOrRefuses(String answer) {
        try {
            Observation seen = Captures.REPORT.read(answer);
            assertEquals(1, seen.nodes().size());
            NodeFact node = seen.nodes().getFirst();
            plain(node.name());
            plain(seen.version());
            node.addresses().forEach(HostileAnswerTest::plain);
            node.labels().values().forEach(HostileAnswerTest::plain);
            seen.workloads().forEach(w -> plain(w.name() + w.group().orElse("")));
            // our own lines to copy, one below the other
            seen.findings()
                    .forEach(
                            f ->
                                    f.details().values().stream()
                                            .flatMap(String::lines)
                                            .forEach(HostileAnswerTest::plain));
            assertTrue(seen.workloads().size() <= 300 && seen.findings().size() <= 200);
            node.memory().ifPresent(v -> assertTrue(v >= 0));
            node.cpu().ifPresent(v -> assertTrue(v >= 0));
            return true;
        } catch (ConnectorException refused) {
            assertTrue(CLEAR.contains(refused.fault().code()), refused::toString);
            refused.fault().details().values().forEach(HostileAnswerTest::plain);
            return false;
        }
    }

    private static void plain(String shown) {
        shown.codePoints()
                .forEach(
                        c ->
                                assertFalse(
                                        Character.isISOControl(c)
                                                || Character.getType(c) == Character.FORMAT,
                                        () -> "U+" + Integer.toHexString(c) + " in " + shown));
        assertTrue(shown.length() < 12_000, "too long to be shown");
    }

    private static String mutated(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int n = 1 + random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x300));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                case 2 -> text.insert(at, BAD.get(random.nextInt(BAD.size())));
                case 3 -> text.insert(at, text.substring(0, random.nextInt(text.length())));
                default -> {
                    if (random.nextInt(10) == 0) {
                        text.setLength(at);
                    } else {
                        text.setCharAt(at, '\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
