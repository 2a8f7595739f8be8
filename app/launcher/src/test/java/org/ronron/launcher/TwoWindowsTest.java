package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.cli.Exit;

/** A second window on one folder says where the first is and ends; the first goes on. */
final class TwoWindowsTest {
    @TempDir private Path folder;

    @Test
    void theSecondIsRefusedInWordsAndTheFirstGoesOn() throws Exception {
        Path user = folder.resolve("user");
        Path own = Homes.of(Map.of(), System.getProperty("os.name"), user);
        Process first = new Child(user, folder.resolve("first")).start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (Files.notExists(own.resolve("ronron.db"))) {
                assertFalse(first.waitFor(100, TimeUnit.MILLISECONDS), "the first ended");
                assertTrue(System.nanoTime() < end, "the first did not open its folder");
            }
            Child.Ended second = new Child(user, folder.resolve("second")).run(60, "--lang", "en");
            assertEquals(Exit.OWN, second.exit(), second.lines()::toString);
            String said = String.join("\n", second.lines());
            assertTrue(said.contains(own.toString()), said);
            assertTrue(said.contains("R-STO-05"), said);
            assertTrue(first.isAlive());
            Child.Ended looking = new Child(user, folder.resolve("third")).run(60, "status");
            assertEquals(Exit.NOT_FOUND, looking.exit(), looking.lines()::toString);
            assertEquals(
                    List.of(), looking.lines().stream().filter(l -> l.contains("\tat ")).toList());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }
}
