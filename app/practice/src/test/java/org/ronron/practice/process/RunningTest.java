package org.ronron.practice.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    @TempDir Path folder;

    @Test
    void endsWithAllThatItStarted() throws Exception {
        Running shell = Running.start(Launch.of("shell", folder, "sh", "-c", "sleep 300 & wait"));
        ProcessHandle outer = ProcessHandle.of(shell.pid()).orElseThrow();
        shell.await(LONG, () -> outer.descendants().findAny().isPresent());
        ProcessHandle inner = outer.descendants().findFirst().orElseThrow();

        shell.close();

        assertFalse(shell.alive());
        gone(inner);
        shell.close();
    }

    @Test
    void endsWithTheProgramThatStartedItHoweverThatEnds() throws Exception {
        Path pid = folder.resolve("pid");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Running other =
                Running.start(
                        Launch.of(
                                "other",
                                folder,
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                folder.toString(),
                                pid.toString()));
        other.await(LONG, () -> Files.exists(pid));
        ProcessHandle started =
                ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();

        other.signal("KILL");

        gone(started);
        other.close();
    }

    /** The program of the test above: starts one, says so, and stays. */
    static final class Starter {
        public static void main(String[] arguments) throws Exception {
            Running started =
                    Running.start(Launch.of("long", Path.of(arguments[0]), "sleep", "300"));
            Path written = Path.of(arguments[1] + ".part");
            Files.writeString(written, "" + started.pid());
            Files.move(written, Path.of(arguments[1]));
            ProcessHandle.of(started.pid()).orElseThrow().onExit().get();
        }
    }

    @Test
    void aProgramThatEndsAtOnceSaysWhy() throws Exception {
        Running shell =
                Running.start(Launch.of("sad", folder, "sh", "-c", "echo no config; exit 3"));
        IOException e = assertThrows(IOException.class, () -> shell.await(LONG, () -> false));
        assertEquals("sad ended at once:\nno config", e.getMessage());
        shell.close();
    }

    @Test
    void notReadyInTimeSaysSo() throws Exception {
        try (Running shell = Running.start(Launch.of("slow", folder, "sleep", "300"))) {
            IOException e =
                    assertThrows(
                            IOException.class,
                            () -> shell.await(Duration.ofMillis(120), () -> false));
            assertTrue(e.toString().contains("slow was not ready within 0 s"), e.toString());
        }
    }

    @Test
    void findsProgramsInTheCacheFirstAndSaysWhatToInstall() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("cache/bin"));
        Path tool = Files.createFile(bin.resolve("tool"));
        assertTrue(tool.toFile().setExecutable(true));
        Files.createFile(bin.resolve("data"));
        Programs programs =
                Programs.of(
                        Map.of("RONRON_LAB_CACHE", folder.resolve("cache").toString(), "PATH", ""));

        assertEquals(tool, programs.require("tool", "none"));
        assertTrue(programs.find("data").isEmpty(), "not executable");
        assertTrue(programs.find("sh").isPresent(), "system folders are looked in");
        MissingProgramException e =
                assertThrows(
                        MissingProgramException.class,
                        () -> new Programs(List.of()).require("garage-2.5.0", "run .ci/lab"));
        assertEquals("garage-2.5.0 is not installed: run .ci/lab", e.getMessage());
        assertEquals(
                Path.of("/home/x/.cache/ronron-lab"), Programs.cache(Map.of("HOME", "/home/x")));
    }

    @Test
    void portsAreFreeAndDifferent() throws Exception {
        List<Integer> ports = Ports.free(5);
        assertEquals(5, ports.stream().distinct().count());
        assertFalse(Ports.answers("127.0.0.1", ports.getFirst()));
        assertTrue(Ports.isFree("127.0.0.1", ports.getFirst()));
    }

    @Test
    void theFolderGoesWithItsContents() throws Exception {
        TempFolder temp = new TempFolder("test");
        Files.writeString(Files.createDirectory(temp.path().resolve("a")).resolve("b"), "c");
        temp.close();
        temp.close();
        assertFalse(Files.exists(temp.path()));
    }

    /**
     * Ended; in a container whose first program waits for no orphan it stays in the table as a
     * zombie.
     */
    private static void gone(ProcessHandle process) throws Exception {
        long end = System.nanoTime() + LONG.toNanos();
        while (process.isAlive() && !zombie(process)) {
            assertTrue(System.nanoTime() < end, () -> process + " is still there");
            try {
                process.onExit().get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | IllegalStateException lookAgain) {
                continue;
            }
        }
    }

    /** See proc(5): the state stands after the name in brackets. */
    private static boolean zombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException noSuchProcess) {
            return false;
        }
    }
}
