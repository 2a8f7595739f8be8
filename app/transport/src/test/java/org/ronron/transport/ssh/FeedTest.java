package org.ronron.transport.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Shell;

/** The oracle of quoting is a real shell, of each kind that stands behind {@code /bin/sh}. */
class FeedTest {
    private static final Shell.Script BACK =
            new Shell.Script("back", true, "for a in \"$@\"; do printf '%s\\0' \"$a\"; done");

    @ParameterizedTest
    @ValueSource(
            strings = {"/bin/sh", "/bin/dash", "/bin/bash --posix", "/bin/bash", "/bin/busybox sh"})
    void everyCharacterArrives(String shell) throws Exception {
        String[] words = shell.split(" ");
        Assumptions.assumeTrue(Files.isExecutable(Path.of(words[0])), "no " + words[0]);
        Random random = new Random(42);
        List<String> arguments = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < 0x2000; c++) {
            all.append(c);
        }
        arguments.add(all.toString());
        for (int i = 0; i < 2000; i++) {
            StringBuilder one = new StringBuilder(i % 3 == 0 ? "-" : "");
            for (int n = random.nextInt(30); n > 0; n--) {
                one.append((char) (1 + random.nextInt(i % 2 == 0 ? 127 : 0x1fff)));
            }
            arguments.add(one.toString());
        }
        Feed feed = Feed.of(BACK, arguments, new SecureRandom()).orElseThrow();
        List<String> command = new ArrayList<>(List.of(words));
        command.add("-s");
        Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (var in = process.getOutputStream()) {
                                in.write(feed.bytes());
                            } catch (java.io.IOException ended) {
                                process.destroy();
                            }
                        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(out.startsWith(feed.begin()) && out.endsWith(feed.end()));
        String body = out.substring(feed.begin().length(), out.length() - feed.end().length());
        List<String> back = List.of(body.split("\0", -1));
        assertEquals(arguments, back.subList(0, back.size() - 1));
    }

    @Test
    void marksAreNewEachTimeAndNotInTheScript() {
        Feed one = Feed.of(BACK, List.of(), new SecureRandom()).orElseThrow();
        Feed two = Feed.of(BACK, List.of(), new SecureRandom()).orElseThrow();
        assertNotEquals(one.begin(), two.begin());
        String text = new String(one.bytes(), StandardCharsets.UTF_8);
        assertTrue(!text.contains(one.begin()) && !text.contains(one.end()));
    }

    @Test
    void aNulOrHalfACharacterCannotBePassed() {
        for (String bad : List.of("\0", "a\0", "\ud800", "\udc00x")) {
            assertTrue(Feed.of(BACK, List.of(bad), new SecureRandom()).isEmpty());
        }
    }
}
