package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.practice.process.Programs;

/** ShellCheck has nothing to say of what is sent to hosts. */
class ScriptsTest {
    @TempDir Path folder;

    @Test
    void shellcheckIsContent() throws Exception {
        Path shellcheck =
                Programs.ofThisMachine()
                        .find("shellcheck")
                        .orElseGet(() -> Assumptions.abort("shellcheck is not installed"));
        String common = Own.text("common.sh");
        Files.writeString(folder.resolve("read.sh"), common + Own.text("read.sh"));
        Files.writeString(folder.resolve("write.sh"), common + Own.text("write.sh"));
        Files.writeString(folder.resolve("web.sh"), Own.text("web.sh"));
        Files.writeString(folder.resolve("runner.sh"), Own.text("ronron-runner"));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(
                                shellcheck.toString(),
                                "-s",
                                "sh",
                                "read.sh",
                                "write.sh",
                                "web.sh",
                                "runner.sh")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", Files.readString(said));
    }
}
