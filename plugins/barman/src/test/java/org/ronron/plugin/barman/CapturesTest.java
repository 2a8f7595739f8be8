package org.ronron.plugin.barman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;

/** What Barman 3.4 and 3.13 really answered, read by the script and the connector. */
class CapturesTest {
    @TempDir Path folder;

    private static List<String> results(BackupFact series) {
        return series.points().stream().map(p -> p.key() + " " + p.result()).toList();
    }

    @Test
    void eachServerIsASeries() throws Exception {
        Observation seen = new Answering(folder).host().observe();
        assertEquals("3.4.0", seen.version());
        BackupFact series = LocalHost.series(seen, "pgstream");
        assertEquals("127.0.0.1:54329", series.saves());
        assertEquals("[Cover[kind=DATABASES, name=127.0.0.1:54329]]", series.covers().toString());
        assertEquals(Optional.of(Duration.ofDays(1)), series.promised());
        assertEquals(Condition.READABLE, series.condition());
        BackupFact.Point newest = series.newest().orElseThrow();
        assertEquals("20261122T050548", newest.key());
        assertEquals(OptionalLong.of(30985808), newest.bytes());
        assertEquals(Optional.of(Duration.ofMillis(941)), newest.took());
        assertEquals(List.of(), LocalHost.found(seen, "pgstream"));
        assertEquals(List.of(), LocalHost.found(seen, "pgrsync"));
    }

    /** That of what could be lost: minutes, where the backup itself may be a day old. */
    @Test
    void theLastLogIsOfDiagnose() throws Exception {
        Observation seen = new Answering(folder).host().observe();
        Instant came = Instant.ofEpochSecond(1795323950);
        assertEquals(Optional.of(came), LocalHost.series(seen, "pgstream").wal());
        assertEquals(Optional.empty(), LocalHost.series(seen, "pgdead").wal());
    }

    @Test
    void oneDeadServerDoesNotTakeTheOthersAlong() throws Exception {
        Observation seen = new Answering(folder).host().observe();
        assertEquals(3, seen.backups().size());
        assertEquals(Condition.UNREADABLE, LocalHost.series(seen, "pgdead").condition());
        assertEquals(List.of("unreachable ERROR"), LocalHost.found(seen, "pgdead"));
        String cause = LocalHost.finding(seen, "unreachable").details().getOrDefault("cause", "");
        assertTrue(cause.endsWith("Connection refused"), cause);
    }

    /** Times have a zone, wherever the machine stands. */
    @ParameterizedTest
    @CsvSource({"UTC", "America/New_York", "Asia/Kathmandu"})
    void timesAreNeverLocal(String zone) throws Exception {
        Observation seen = new Answering(folder).host(Map.of("TZ", zone)).observe();
        Instant at = LocalHost.series(seen, "pgstream").newest().orElseThrow().at();
        assertEquals(Instant.parse("2026-11-22T05:05:49Z"), at);
    }

    /** Where diagnose has no backups, the list has its end as a number within a string. */
    @Test
    void anEndWithinAStringIsATime() throws Exception {
        Answering barman = new Answering(folder);
        barman.with(
                "diagnose",
                "{\"global\":{\"system_info\":{\"barman_ver\":\"3.4.0\"}},\"servers\":{}}");
        Observation seen = barman.host().observe();
        BackupFact.Point newest = LocalHost.series(seen, "pgstream").newest().orElseThrow();
        assertEquals(Instant.ofEpochSecond(1795322498), newest.at());
        assertEquals(OptionalLong.of(31002266), newest.bytes());
    }

    @Test
    void keysOfBarman313AreReadAsWell() throws Exception {
        Answering barman = new Answering(folder);
        barman.of("diagnose", "barman-3.13-diagnose.json").of("check", "barman-3.13-check.json");
        Observation seen = barman.of("list", "barman-3.13-list.json").host().observe();
        assertEquals("3.13.3", seen.version());
        BackupFact series = LocalHost.series(seen, "pg");
        assertEquals(List.of("20261122T051914 DONE"), results(series));
        assertEquals(OptionalLong.of(30985189), series.points().getFirst().bytes());
        assertEquals(Optional.of(Instant.ofEpochSecond(1795324755)), series.wal());
        assertEquals(Optional.of(Duration.ofDays(1)), series.promised());
        assertEquals(List.of(), seen.findings());
    }

    /** kill -9: STARTED for ever, and no process that makes it. */
    @Test
    void aKilledBackupIsCutOff() throws Exception {
        Answering barman = new Answering(folder).of("list", "barman-3.4-after-kill-list.json");
        Observation seen = barman.host().observe();
        assertEquals("20261122T050809 CUT", results(LocalHost.series(seen, "pgstream")).getFirst());
        assertTrue(LocalHost.found(seen, "pgstream").contains("backup-cut WARN"));
        assertEquals(
                "20261122T050809", LocalHost.finding(seen, "backup-cut").details().get("point"));
    }

    /** The same row while Barman works holds a lock with the number of a living process. */
    @Test
    void aRunningBackupIsNoDeadOne() throws Exception {
        Answering barman = new Answering(folder).of("list", "barman-3.4-running-list-backup.json");
        String here = folder.resolve("locks").toString();
        String diagnose = Answering.text("barman-3.4-diagnose-plain.json");
        barman.with("diagnose", diagnose.replace("\"/srv/lab/barman/home\"", "\"" + here + "\""));
        Path locks = Files.createDirectories(folder.resolve("locks"));
        Process backup = new ProcessBuilder("sh", "-c", "read end", "barman", "backup").start();
        try {
            Files.writeString(locks.resolve(".pgstream-backup.lock"), backup.pid() + "\n");
            Observation seen = barman.host().observe();
            String newest = results(LocalHost.series(seen, "pgstream")).getFirst();
            assertEquals("20261122T050709 RUNNING", newest);
            assertEquals(List.of(), LocalHost.found(seen, "pgstream"));
        } finally {
            backup.destroyForcibly();
        }
    }

    @Test
    void aFailedBackupAfterTheNewestGoodOneIsAnError() throws Exception {
        Answering barman = new Answering(folder).of("list", "barman-3.4-after-int-list.json");
        Observation seen = barman.of("check", "barman-3.4-after-int-check.json").host().observe();
        assertEquals(List.of("backup-failed WARN"), LocalHost.found(seen, "pgstream"));
    }

    /** Barman's check stays red for it until somebody deletes it. */
    @Test
    void aFailedBackupBeforeAGoodOneIsSmall() throws Exception {
        Answering barman = new Answering(folder);
        barman.of("check", "barman-3.4-after-int-check.json");
        String list = Answering.text("barman-3.4-after-int-list.json");
        barman.with("list", list.replace("20261122T050709", "20261122T050009"));
        Observation seen = barman.host().observe();
        assertEquals(List.of("backup-failed-before INFO"), LocalHost.found(seen, "pgstream"));
    }

    /** It cannot be restored yet: neither good nor lost, and after a while somebody should look. */
    @Test
    void aBackupThatWaitsForItsLogIsNotComplete() throws Exception {
        Answering barman = new Answering(folder);
        String done = "\"status\": \"DONE\"";
        for (String command : List.of("diagnose", "list")) {
            String said = Files.readString(folder.resolve(command));
            barman.with(command, said.replace(done, "\"status\": \"WAITING_FOR_WALS\""));
        }
        LocalHost host = barman.host();
        Observation seen = host.observe();
        BackupFact series = LocalHost.series(seen, "pgrsync");
        assertEquals(Result.RUNNING, series.points().getFirst().result());
        assertEquals(Optional.empty(), series.newest());
        assertTrue(LocalHost.found(seen, "pgrsync").contains("waiting-for-wals WARN"));
        Instant soon = Instant.parse("2026-11-22T04:45:00Z");
        seen = host.at(() -> soon).observe();
        assertEquals(List.of(), LocalHost.found(seen, "pgrsync"));
    }

    /** Two keys of the check are red for one cause. */
    @Test
    void aReceiverThatStoppedIsOneFinding() throws Exception {
        Answering barman = new Answering(folder).of("check", "barman-3.4-rw-dead-check.json");
        Observation seen = barman.host().observe();
        assertEquals(List.of("wal-stopped ERROR"), LocalHost.found(seen, "pgstream"));
    }

    /** Warnings of a broken file stand beside the servers. */
    @Test
    void keysThatBeginWithALineAreNoServers() throws Exception {
        Answering barman = new Answering(folder).of("check", "barman-3.4-err-config-broken.json");
        Observation seen = barman.host().observe();
        List<String> names = seen.backups().stream().map(BackupFact::key).toList();
        assertEquals(List.of("broken", "pgdead", "pgrsync", "pgstream"), names);
        assertEquals(Condition.UNREADABLE, LocalHost.series(seen, "broken").condition());
        assertTrue(LocalHost.found(seen, "broken").contains("check WARN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=db.example port=5433 user=b password='can ary' | db.example:5433",
                "user=b password=canary host = db.example | db.example:5432",
                "postgresql://b:canary@db.example:6543/postgres | db.example:6543",
                "postgres://b:canary@[2001:db8::7]/postgres | [2001:db8::7]:5432"
            })
    void aPasswordInConninfoStaysThere(String conninfo, String address) throws Exception {
        String diagnose = Answering.text("barman-3.4-diagnose-plain.json");
        String ours = "host=127.0.0.1 port=1 user=barman dbname=postgres connect_timeout=2";
        Answering barman = new Answering(folder).with("diagnose", diagnose.replace(ours, conninfo));
        Observation seen = barman.host().observe();
        assertEquals(address, LocalHost.series(seen, "pgdead").saves());
        String all = seen.toString() + Barman.of(barman.host()).ask("");
        assertFalse(all.contains("canary") || all.contains("can ary"), all);
    }

    @Test
    void whatIsObsoleteGoesNext() throws Exception {
        Answering barman = new Answering(folder);
        String list = Answering.text("barman-3.4-json-list-backup-all.json");
        String old = "\"1795322425\", \"retention_status\": \"";
        barman.with("list", list.replace(old + "-", old + "OBSOLETE"));
        assertEquals(List.of("20261122T043848"), barman.host().backups().nextToGo("pgstream"));
        assertEquals(List.of(), barman.host().backups().nextToGo("pgrsync"));
    }

    @Test
    void anotherAccountIsTold() throws Exception {
        refused(BarmanError.OTHER_ACCOUNT, "barman-3.4-err-as-nobody.txt");
    }

    @Test
    void aConfigurationThatIsNotThereIsTold() throws Exception {
        refused(BarmanError.NO_CONFIGURATION, "barman-3.4-err-noconfig.txt");
    }

    private void refused(BarmanError code, String capture) throws Exception {
        LocalHost host = new Answering(folder).of("refusal", capture).host();
        var fault = assertThrows(ConnectorException.class, host::observe).fault();
        assertEquals(code, fault.code());
        assertFalse(fault.details().getOrDefault("message", "").isBlank());
    }

    @ParameterizedTest
    @CsvSource({"barman, NO_BARMAN", "python3, NO_PYTHON"})
    void aMissingProgramIsNamed(String missing, String code) throws Exception {
        Answering barman = new Answering(folder);
        Path bin = Files.createDirectories(folder.resolve("few"));
        Path from = folder.resolve("bin");
        if (missing.equals("python3")) {
            Files.copy(
                    from.resolve("barman"),
                    bin.resolve("barman"),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Map<String, String> few = Map.of("PATH", bin.toString());
        LocalHost host = LocalHost.of(folder, Map.of(), few);
        var fault = assertThrows(ConnectorException.class, host::observe).fault();
        assertEquals(BarmanError.valueOf(code), fault.code(), barman.toString());
    }

    @Test
    void anotherToolIsNotRead() throws Exception {
        Answering barman =
                new Answering(folder)
                        .with(
                                "diagnose",
                                "{\"global\":{\"system_info\":{\"barman_ver\":\"9.1\"}}}");
        var fault = assertThrows(ConnectorException.class, barman.host()::observe).fault();
        assertEquals(CommonError.WRONG_VERSION, fault.code());
        barman.with("diagnose", "<html>It works</html>");
        fault = assertThrows(ConnectorException.class, barman.host()::observe).fault();
        assertEquals(CommonError.COMMAND_FAILED, fault.code());
    }
}
