package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** The passwords' way into PHP's own console: over standard input, never in its arguments. */
class RealPhpTest {
    /** A console that notes what it was asked, and what the list of processes shows of that. */
    private static final String CONSOLE =
            """
            <?php
            $dir = getenv("NEXTCLOUD_CONFIG_DIR");
            if (in_array("status", $argv)) {
                echo json_encode(["installed" => is_file("$dir/asked"), "maintenance" => false]), "\\n";
            } elseif ($argv[1] === "maintenance:install") {
                file_put_contents("$dir/asked", implode("\\n", array_slice($_SERVER["argv"], 1)));
                file_put_contents("$dir/listed", file_get_contents("/proc/self/cmdline"));
            }
            """;

    @TempDir Path folder;

    @Test
    void optionsReachTheConsoleAndNoListOfProcesses() throws Exception {
        try {
            Programs.ofThisMachine().require("php", "apt install php-cli");
            Programs.ofThisMachine().require("sshd", "apt install openssh-server");
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        Map<String, String> occ = Map.of("occ", "php --define apc.enable_cli=1 occ");
        try (FarmRig rig = new FarmRig(folder, occ)) {
            Path code = rig.farm.code();
            Files.writeString(code.resolve("console.php"), CONSOLE);
            Files.writeString(code.resolve("occ"), "<?php\nrequire 'console.php';\n");
            rig.done(FarmRig.configure("chorale", 5432));
            rig.done(FarmRig.install("chorale", "camille@example.org"));

            Path own = rig.farm.configs().resolve("chorale");
            assertEquals(
                    List.of(
                            "maintenance:install",
                            "--no-interaction",
                            "--no-warnings",
                            "--database=pgsql",
                            "--admin-user=admin",
                            "--data-dir=" + own + "/data",
                            "--database-host=127.0.0.1:5432",
                            "--database-name=chorale",
                            "--database-user=chorale",
                            "--database-pass=" + FarmRig.SECRETS.get("made/p1/db"),
                            "--admin-pass=" + FarmRig.SECRETS.get("made/p1/admin"),
                            "--admin-email=camille@example.org"),
                    Files.readAllLines(own.resolve("asked")));
            String listed = Files.readString(own.resolve("listed"));
            FarmRig.SECRETS.values().forEach(secret -> assertFalse(listed.contains(secret)));
            assertFalse(listed.contains("camille"), listed);
        }
    }
}
