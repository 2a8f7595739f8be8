package org.ronron.plugin.borg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.practice.process.Programs;

/** What Borg printed once, by a program in its place; each answer has one meaning. */
class CapturesTest {
    @TempDir Path folder;

    /** Prints its version, else what was captured; as ssh, it says that nobody listens. */
    private static final String REPEATS =
            """
            #!/bin/sh
            case " $* " in
            *ConnectTimeout*) echo 'ssh: connect to host there: Connection refused' >&2; exit 255 ;;
            *' --version '*) echo 'borg 1.2.4'; exit 0 ;;
            esac
            echo "$*" >>'%1$s/asked'
            env | grep -E '^(TZ|LC_ALL|BORG_)' >'%1$s/environment'
            cat '%1$s/answer.out'
            cat '%1$s/answer.err' >&2
            exit "$(cat '%1$s/answer.rc')"
            """;

    private static final String OLD =
            """
            location:
                source_directories: [/srv/lab/space]
                repositories: ['%2$s']
                local_path: %1$s/borg
            storage:
                encryption_passphrase: canary
                ssh_command: %1$s/borg
                relocated_repo_access_is_ok: true
            """;

    private static final String FLAT =
            """
            constants:
                base: /srv/lab
            source_directories: ['{base}/space']
            repositories: [{path: '%2$s', label: here}]
            local_path: %1$s/borg
            encryption_passphrase: ${RONRON_TEST_NONE:-canary}
            ssh_command: %1$s/borg
            """;

    private Observation observe(String capture, String config, String key) throws Exception {
        Programs programs = Programs.ofThisMachine();
        Assumptions.assumeTrue(programs.find("borgmatic").isPresent(), "borgmatic is not here");
        for (String part : List.of("out", "err", "rc")) {
            Files.writeString(folder.resolve("answer." + part), read(capture + "." + part));
        }
        Path borg = Files.writeString(folder.resolve("borg"), REPEATS.formatted(folder));
        Files.setPosixFilePermissions(borg, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.writeString(folder.resolve("b.yaml"), config.formatted(folder, key));
        Map<String, String> settings =
                new HashMap<>(Map.of("host", "10.0.0.7", "port", "22", "user", "root"));
        settings.put("config", file.toString());
        LocalHost host = new LocalHost(settings, folder.resolve("state"));
        return new BorgConnector().open(host).capability(Inventory.class).orElseThrow().observe();
    }

    private static String read(String name) throws IOException {
        try (var in = CapturesTest.class.getResourceAsStream("/captures/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), "UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "err-locked-list, locked",
        "err-wrong-passphrase, passphrase",
        "err-no-passphrase, passphrase",
        "err-passcommand-fails, passphrase",
        "err-repo-missing, missing",
        "err-not-a-repo, missing",
        "prompt-relocated-stdin-null, moved",
        "prompt-unencrypted-null, not-known",
        "corrupt-bitflip-extract-dry, corrupt",
        "corrupt-missingseg-create, corrupt",
        "disk-full-create, disk-full",
        "modern-locked, locked",
        "modern-relocated, moved",
        "modern-missing, missing",
        "modern-notrepo, missing",
        "modern-wrongpass, passphrase"
    })
    void aRepositoryThatCannotBeReadSaysWhy(String capture, String kind) throws Exception {
        Observation seen = observe(capture, OLD, "/srv/lab/borg/local.borg");
        List<String> kinds = seen.findings().stream().map(FindingFact::kind).distinct().toList();
        assertEquals(kind, kinds.getFirst(), seen.findings()::toString);
        assertEquals(Condition.UNREADABLE, seen.backups().getFirst().condition());
        assertFalse(seen.toString().contains("canary"));
    }

    @ParameterizedTest
    @CsvSource({
        "err-hostkey-changed, host-key-changed, verification failed",
        "err-conn-refused, host-unreachable, Connection refused",
        "modern-conn, host-unreachable, Connection refused"
    })
    void theHopIsNamedAndAskedByItself(String capture, String kind, String why) throws Exception {
        String key = "ssh://root@there:22022/srv/lab/borg/offsite.borg";
        FindingFact finding = observe(capture, OLD, key).findings().getFirst();
        assertEquals(kind, finding.kind());
        assertEquals("there", finding.details().get("host"));
        assertTrue(finding.details().getOrDefault("message", "").contains(why), finding::toString);
    }

    /** A repository that moved asks a question; whoever configured a yes for it is not followed. */
    @Test
    void whatMayBeAskedIsAnsweredWithNoAndTimesAreUtc() throws Exception {
        Observation seen = observe("list-json", OLD, "/srv/lab/borg/local.borg");
        BackupFact backup = seen.backups().getFirst();
        assertEquals(2, backup.points().size());
        assertEquals(Instant.parse("2026-11-22T04:42:02Z"), backup.newest().orElseThrow().at());
        assertEquals("repokey", backup.secret());
        List<String> environment = Files.readAllLines(folder.resolve("environment"));
        assertTrue(
                environment.containsAll(
                        List.of(
                                "TZ=UTC",
                                "LC_ALL=C.UTF-8",
                                "BORG_EXIT_CODES=modern",
                                "BORG_RELOCATED_REPO_ACCESS_IS_OK=no",
                                "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=no",
                                "BORG_PASSPHRASE=canary")),
                environment::toString);
        String asked = Files.readString(folder.resolve("asked"));
        assertTrue(asked.contains("--lock-wait") && asked.contains("--log-json"), asked);
        assertFalse(asked.contains("canary"), asked);
        assertFalse(asked.contains("info"), "no cache here: sizes are not asked for");
    }

    @Test
    void aConfigurationWithoutSectionsIsReadAsWell() throws Exception {
        BackupFact backup = observe("list-json", FLAT, "/srv/r").backups().getFirst();
        assertEquals("/srv/r", backup.key());
        assertEquals("/srv/lab/space", backup.saves());
        assertTrue(
                Files.readAllLines(folder.resolve("environment"))
                        .contains("BORG_PASSPHRASE=canary"));
    }

    /** One exit status means two things: of a check, 1 is a damage. */
    @ParameterizedTest
    @CsvSource({
        "check, corrupt-bitflip-check-verify, corrupt",
        "check, corrupt-bitflip-check-repository, corrupt",
        "check, corrupt-missingseg-check-archives, corrupt",
        "check, modern-corrupt-check, corrupt",
        "check, err-locked-list, locked",
        "check, check-logjson, None",
        "create, modern-vanish, None",
        "create, disk-full-create, disk-full",
        "extract, corrupt-bitflip-extract-dry, corrupt"
    })
    void anExitStatusIsJudgedByItsCommand(String verb, String capture, String kind)
            throws Exception {
        Path common = Files.writeString(folder.resolve("common.py"), Own.text("common.py"));
        String ask = "\nprint(judged(WORDS[0], int(WORDS[1]), Log.of(sys.stdin.read())))\n";
        Files.writeString(common, Own.text("common.py") + ask);
        Path err = Files.writeString(folder.resolve("err"), read(capture + ".err"));
        String status = read(capture + ".rc").strip();
        Process asked =
                new ProcessBuilder("python3", common + "", "t", "v", "c", verb, status)
                        .redirectInput(err.toFile())
                        .start();
        String said = new String(asked.getInputStream().readAllBytes(), "UTF-8");
        assertEquals(kind, said.strip());
    }

    @Test
    void everyCaptureIsWhole() throws Exception {
        Path captures =
                Path.of(
                        Objects.requireNonNull(CapturesTest.class.getResource("/captures"))
                                .toURI());
        try (Stream<Path> files = Files.list(captures)) {
            assertTrue(files.filter(f -> f.toString().endsWith(".rc")).count() > 20);
        }
    }
}
