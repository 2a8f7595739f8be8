package org.ronron.plugin.barman;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.JobFact;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.practice.barman.RealBarman;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** The connector on a real Barman with a real PostgreSQL: what it finds, and what it does. */
class RealBarmanTest {
    @TempDir static Path folder;
    private static RealBarman barman;
    private static LocalHost host;

    @BeforeAll
    static void start() throws Exception {
        try {
            barman = RealBarman.start(Programs.ofThisMachine());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        host = LocalHost.of(folder, barman.settings(), Map.of()).at(InstantSource.system());
    }

    @AfterAll
    static void stop() {
        if (barman != null) {
            barman.close();
        }
    }

    @AfterEach
    void heal() throws IOException {
        barman.heal();
    }

    private static BackupFact series(Observation seen) {
        return LocalHost.series(seen, RealBarman.SERVER);
    }

    private static List<String> found() throws ConnectorException {
        return LocalHost.found(host.observe(), RealBarman.SERVER);
    }

    private static String newest() throws IOException {
        return barman.backups().getFirst();
    }

    private static Action action(String verb, String receipt, String... more) {
        Action action = LocalHost.action(verb, more);
        return new Action(
                "e1",
                verb,
                action.arguments().with("receipt", receipt).with("key", RealBarman.SERVER));
    }

    private static void perform(Action action) throws ConnectorException {
        host.actions().perform(action, new Quiet());
    }

    /** Begins it, and waits for its end. */
    private static Evidence ended(Action action) throws Exception {
        assertEquals(Verdict.NOT_DONE, host.actions().probe(action).verdict());
        perform(action);
        barman.await(() -> verdict(action) != Verdict.PENDING);
        return host.actions().probe(action);
    }

    private static Verdict verdict(Action action) {
        try {
            return host.actions().probe(action).verdict();
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        }
    }

    private static JobFact job(String receipt) throws ConnectorException {
        return series(host.observe()).jobs().stream()
                .filter(j -> j.receipt().equals(receipt))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHealthyServerHasNoFinding() throws Exception {
        Observation seen = host.observe();
        assertEquals(List.of(), seen.findings());
        assertEquals(barman.version(), seen.version());
        BackupFact series = series(seen);
        assertEquals("127.0.0.1:" + barman.postgres().port(), series.saves());
        assertEquals(Condition.READABLE, series.condition());
        assertEquals(Result.DONE, series.points().getFirst().result());
        Instant now = Instant.now();
        Duration age = Duration.between(series.newest().orElseThrow().at(), now);
        assertTrue(age.abs().toMinutes() < 15, age::toString);
        Duration log = Duration.between(series.wal().orElseThrow(), now);
        assertTrue(log.abs().toMinutes() < 15, log::toString);
        assertEquals(series.place(), seen.nodes().getFirst().name());
    }

    @Test
    void aDeadServerDoesNotTakeTheOtherAlong() throws Exception {
        barman.addDead();
        Observation seen = host.observe();
        assertEquals(Condition.UNREADABLE, LocalHost.series(seen, RealBarman.DEAD).condition());
        assertEquals(List.of("unreachable ERROR"), LocalHost.found(seen, RealBarman.DEAD));
        assertEquals(List.of(), LocalHost.found(seen, RealBarman.SERVER));
    }

    /** Barman's own check and list find nothing of it. */
    @Test
    void aMissingLogIsFoundByName() throws Exception {
        String lost = barman.loseLog();
        Observation seen = host.observe();
        assertEquals(List.of("wal-gap ERROR"), LocalHost.found(seen, RealBarman.SERVER));
        Map<String, String> details = LocalHost.finding(seen, "wal-gap").details();
        assertEquals(
                Map.of("key", RealBarman.SERVER, "from", lost, "to", lost, "count", "1"), details);
        String place = barman.restored().resolve("gap").toString();
        Evidence evidence =
                ended(action(Backups.RESTORE, "gap", "point", newest(), "destination", place));
        assertEquals(Verdict.NOT_DONE, evidence.verdict());
        assertTrue(evidence.found().startsWith("not restored: "), evidence.found());
        assertTrue(evidence.found().contains(lost), evidence.found());
    }

    @Test
    void aReceiverThatStoppedIsOneFinding() throws Exception {
        barman.stopReceiving();
        assertEquals(List.of("wal-stopped ERROR"), found());
    }

    @Test
    void aKilledBackupIsCutOff() throws Exception {
        barman.leaveStarted();
        Observation seen = host.observe();
        assertEquals(Result.CUT, series(seen).points().getFirst().result());
        assertEquals(List.of("backup-cut WARN"), LocalHost.found(seen, RealBarman.SERVER));
    }

    @Test
    void anInterruptedBackupHasFailedUntilABetterOneComes() throws Exception {
        barman.interrupt();
        Observation seen = host.observe();
        assertEquals(Result.FAILED, series(seen).points().getFirst().result());
        assertEquals(List.of("backup-failed WARN"), LocalHost.found(seen, RealBarman.SERVER));
        Evidence evidence = ended(action(Backups.RUN, "better"));
        assertEquals(Verdict.DONE, evidence.verdict(), evidence.found());
        assertEquals(List.of("backup-failed-before INFO"), found());
    }

    @Test
    void aBackupIsMadeOnceForAReceipt() throws Exception {
        Action run = action(Backups.RUN, "run-1");
        List<String> before = barman.backups();
        Evidence evidence = ended(run);
        assertEquals(Verdict.DONE, evidence.verdict(), evidence.found());
        perform(run);
        assertEquals(before.size() + 1, barman.backups().size());
        JobFact job = job("run-1");
        assertEquals(JobFact.State.DONE, job.state());
        assertTrue(job.said().startsWith(barman.backups().getFirst() + ": "), job.said());
    }

    @Test
    void whatIsSoundIsSaidToBe() throws Exception {
        Evidence listed = ended(action(Backups.CHECK, "list-1", "data", "false"));
        assertEquals(newest() + " is complete, by Barman’s list", listed.found());
        Evidence read = ended(action(Backups.CHECK, "read-1", "data", "true"));
        assertEquals(Verdict.DONE, read.verdict());
        assertEquals(
                "every file of " + newest() + " is as it was saved (pg_verifybackup)",
                read.found());
    }

    /** Four bytes: all that Barman says by itself stays green. */
    @Test
    void damageIsFoundByReadingAllOfIt() throws Exception {
        barman.backup();
        barman.damage();
        String point = newest();
        assertEquals(List.of(), found());
        assertEquals(Verdict.DONE, ended(action(Backups.CHECK, "list-2")).verdict());
        Evidence evidence = ended(action(Backups.CHECK, "read-2", "data", "true"));
        assertEquals(Verdict.NOT_DONE, evidence.verdict());
        Observation seen = host.observe();
        assertEquals(List.of("damaged ERROR"), LocalHost.found(seen, RealBarman.SERVER));
        Map<String, String> details = LocalHost.finding(seen, "damaged").details();
        assertEquals(point, details.get("point"));
        assertTrue(
                details.getOrDefault("said", "").startsWith("checksum mismatch for file"),
                details::toString);
        barman.heal();
        assertEquals(
                Verdict.DONE, ended(action(Backups.CHECK, "read-3", "data", "true")).verdict());
        assertEquals(List.of(), found());
    }

    @Test
    void aRestoredDatabaseIsAsked() throws Exception {
        barman.change("before the restore");
        barman.switchLog();
        Path place = barman.restored().resolve("drill");
        Action restore =
                action(Backups.RESTORE, "r-1", "point", newest(), "destination", place.toString());
        Backups.Outlook outlook = host.backups().outlook(restore);
        assertTrue(outlook.bytes().orElse(0) > 10_000_000, outlook::toString);
        assertTrue(outlook.free().orElse(0) > outlook.bytes().orElse(0), outlook::toString);
        Evidence evidence = ended(restore);
        String rows = barman.postgres().sql("coop", "select count(*) from member");
        String grouped = rows.substring(0, 1) + " " + rows.substring(1);
        String version = barman.postgres().version();
        String wanted = "PostgreSQL " + version + " started; 2 databases, 1 tables, " + grouped;
        assertTrue(evidence.found().startsWith(wanted + " rows; "), evidence.found());
        assertEquals(Verdict.DONE, evidence.verdict());
        assertTrue(Files.exists(place.resolve("PG_VERSION")));
        assertFalse(Files.exists(place.resolve("postmaster.pid")), "it still runs");
        assertTrue(host.backups().outlook(restore).took().isPresent());

        refused(BarmanError.TAKEN, place.toString());
        refused(BarmanError.INSIDE, place.resolve("base").toString());
        refused(BarmanError.INSIDE, barman.newest().toString());
        refused(BarmanError.INSIDE, barman.config().resolveSibling("home/x").toString());
        refused(BarmanError.BAD_ARGUMENT, "/");
        refused(BarmanError.INSIDE, barman.config().resolveSibling("").toString());
        refused(BarmanError.NOWHERE, place.resolveSibling("a/b").toString());
        refused(BarmanError.BAD_ARGUMENT, "relative/place");
        refused(BarmanError.BAD_ARGUMENT, place + "/../home");
    }

    /** The files of the database that runs, and what is beneath them. */
    @Test
    void aRunningDatabaseIsNeverTheDestination() throws Exception {
        String data = barman.postgres().sql("postgres", "show data_directory");
        refused(BarmanError.INSIDE, data);
        refused(BarmanError.INSIDE, data + "/restored");
    }

    private static void refused(BarmanError code, String place) throws Exception {
        Action action = action(Backups.RESTORE, "no", "point", newest(), "destination", place);
        ConnectorException e = assertThrows(ConnectorException.class, () -> perform(action));
        assertEquals(code, e.fault().code(), place);
        assertEquals(Verdict.NOT_DONE, host.actions().probe(action).verdict());
    }

    @Test
    void whatIsNotThereIsNotBegun() throws Exception {
        Action gone = action(Backups.CHECK, "gone", "point", "20200101T000000");
        ConnectorException e = assertThrows(ConnectorException.class, () -> perform(gone));
        assertEquals(BarmanError.NOT_THERE, e.fault().code());
    }

    @Test
    void whatLoadsTheMachineIsToldBefore() throws Exception {
        Backups.Outlook outlook = host.backups().outlook(action(Backups.RUN, "o"));
        OptionalLong bytes = series(host.observe()).newest().orElseThrow().bytes();
        assertEquals(bytes, outlook.bytes());
        assertTrue(outlook.took().isPresent());
        assertTrue(outlook.free().isPresent());
        assertEquals(List.of(), outlook.running());
        assertEquals(List.of(), host.backups().nextToGo(RealBarman.SERVER));
    }

    private record Quiet() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
