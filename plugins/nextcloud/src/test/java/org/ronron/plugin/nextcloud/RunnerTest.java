package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one runner of background jobs, as a volunteer copies it to a host. */
class RunnerTest {
    /** Counts how many are at it at once; the space {@code asso-7} fails. */
    private static final String JOB =
            """
            mkdir "$1/at/$NC_INSTANCE"
            ls "$1/at" | wc -l >>"$1/many"
            echo "$NC_INSTANCE $NEXTCLOUD_CONFIG_DIR" >>"$1/done"
            sleep 0.3
            rmdir "$1/at/$NC_INSTANCE"
            [ "$NC_INSTANCE" != asso-7 ]
            """;

    @TempDir Path folder;
    private Path list;

    @BeforeEach
    void prepare() throws Exception {
        Files.createDirectories(folder.resolve("at"));
        Files.createDirectories(folder.resolve("code"));
        Files.writeString(folder.resolve("ronron-runner"), Own.text("ronron-runner"));
        Files.writeString(folder.resolve("job"), JOB);
        list = folder.resolve("list");
        List<String> lines = new ArrayList<>(List.of("# a word", "; rm -rf /", "Grand", ""));
        IntStream.rangeClosed(1, 25).forEach(i -> lines.add("asso-" + i));
        Files.write(list, lines);
    }

    @Test
    void runsAllOnceAndNeverMoreThanTenAtATime() throws Exception {
        Files.writeString(Path.of(list + ".ran"), "asso-1 5 1 0\ngone 5 1 0\n");
        assertEquals("", end(run()));

        List<String> done = Files.readAllLines(folder.resolve("done"));
        assertEquals(25, done.size());
        assertEquals(25, done.stream().distinct().count());
        assertTrue(done.contains("asso-3 " + folder + "/configs/asso-3"), done::toString);
        int most =
                Files.readAllLines(folder.resolve("many")).stream()
                        .mapToInt(n -> Integer.parseInt(n.strip()))
                        .max()
                        .orElse(0);
        assertTrue(most <= 10 && most > 1, "at once: " + most);
        Map<String, String> ran = ran();
        assertEquals(25, ran.size());
        assertEquals("1", ran.remove("asso-7"));
        assertEquals(List.of("0"), ran.values().stream().distinct().toList());
    }

    /** How each ended; the last line of a space counts. */
    private Map<String, String> ran() throws Exception {
        Map<String, String> ran = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(list + ".ran"))) {
            String[] part = line.split(" ");
            assertEquals(4, part.length, line);
            ran.put(part[0], part[3]);
        }
        return ran;
    }

    @Test
    void oneRunAtATime() throws Exception {
        Process holder =
                new ProcessBuilder("flock", list + ".running", "sh", "-c", "echo held; read end")
                        .start();
        try (var held = holder.inputReader()) {
            assertEquals("held", held.readLine());
            assertEquals("ronron-runner: the run before is still at work", end(run()));
            assertTrue(Files.notExists(folder.resolve("done")));
        } finally {
            holder.outputWriter().close();
            assertTrue(holder.waitFor(20, TimeUnit.SECONDS));
        }
        assertEquals("", end(run()));
        assertEquals(25, Files.readAllLines(folder.resolve("done")).size());
    }

    private Process run() throws Exception {
        return new ProcessBuilder(
                        "sh",
                        folder.resolve("ronron-runner").toString(),
                        list.toString(),
                        folder.resolve("code").toString(),
                        folder.resolve("configs").toString(),
                        "sh",
                        folder.resolve("job").toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String end(Process process) throws Exception {
        String said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return said.strip();
    }
}
