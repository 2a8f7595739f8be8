package org.ronron.practice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine's memory. */
public final class Memory {
    private static final Path ROLLUP = Path.of("/proc/self/smaps_rollup");
    private static final String PSS = "Pss:";

    private Memory() {}

    /**
     * In MB: its own pages, and its share of those that several processes have (Linux's {@code
     * Pss}, proc(5)), once what nobody needs any more has been collected.
     *
     * @throws IOException on a system that does not tell
     */
    public static double proportional() throws IOException {
        System.gc();
        System.gc();
        for (String line : Files.readAllLines(ROLLUP)) {
            if (line.startsWith(PSS)) {
                String kilo = line.substring(PSS.length()).replace("kB", "").strip();
                return Long.parseLong(kilo) * 1024 / 1e6;
            }
        }
        throw new IOException(ROLLUP + " tells no " + PSS);
    }
}
