package org.ronron.plugin.barman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.practice.process.Programs;

/** ShellCheck has nothing to warn of in what is sent to machines. */
class ScriptsTest {
    @TempDir Path folder;

    @Test
    void shellcheckIsContent() throws Exception {
        Path shellcheck =
                Programs.ofThisMachine()
                        .find("shellcheck")
                        .orElseGet(() -> Assumptions.abort("shellcheck is not installed"));
        List<String> words =
                new ArrayList<>(List.of(shellcheck.toString(), "-s", "sh", "-S", "warning"));
        for (String name : List.of("run.sh", "check.sh", "restore.sh")) {
            Files.writeString(folder.resolve(name), Own.text("work.sh") + Own.text(name));
            words.add(name);
        }
        Files.writeString(folder.resolve("read.sh"), Own.text("read.sh"));
        words.add("read.sh");
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", Files.readString(said));
    }
}
