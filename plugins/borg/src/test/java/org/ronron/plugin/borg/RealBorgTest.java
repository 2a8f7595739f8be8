package org.ronron.plugin.borg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover;
import org.ronron.api.Backups;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.JobFact;
import org.ronron.api.Observation;

/** The connector on a real Borg that is well. {@code Lab.missing} is asked by {@link BorgRig}. */
class RealBorgTest {
    @TempDir static Path folder;

    @org.jspecify.annotations.Nullable private static BorgRig started;

    @BeforeAll
    static void start() throws Exception {
        started = new BorgRig(folder);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static BorgRig rig() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Test
    void bothRepositoriesAreToldWithoutAFinding() throws Exception {
        Observation seen = rig().observe();
        assertEquals(List.of(), seen.findings());
        assertEquals("borg 1.", seen.version().substring(0, 7));
        BackupFact beside = rig().beside();
        assertEquals(Condition.READABLE, beside.condition());
        assertEquals(rig().borg.source().toString(), beside.saves());
        assertEquals(BorgRig.MACHINE, beside.place());
        assertEquals("repokey", beside.secret());
        Set<Cover> machine =
                Set.of(
                        new Cover(Cover.Kind.MACHINE, BorgRig.MACHINE),
                        new Cover(Cover.Kind.MACHINE, "127.0.0.1"));
        assertEquals(machine, Set.copyOf(beside.covers()));
        assertEquals("127.0.0.2", rig().series(rig().borg.elsewhere()).place());
    }

    /** Borg tells times without a zone: they are asked for in UTC, wherever the machine stands. */
    @Test
    void timesAreUtcAndSizesComeFromTheWarmCache() throws Exception {
        BackupFact.Point newest = rig().beside().newest().orElseThrow();
        Duration age = Duration.between(newest.at(), Instant.now());
        assertTrue(age.abs().compareTo(Duration.ofMinutes(10)) < 0, age::toString);
        assertTrue(newest.bytes().orElse(0) > 3_000_000, newest::toString);
        assertTrue(newest.took().isPresent());
    }

    /** To ask for sizes would rebuild it, which takes hours on a large repository. */
    @Test
    void aMissingCacheIsNotRebuiltByLooking() throws Exception {
        rig().faults.forgetCache();
        BackupFact seen = rig().beside();
        assertTrue(seen.newest().isPresent());
        assertTrue(seen.newest().get().bytes().isEmpty());
        try (Stream<Path> cache = Files.walk(folder.resolve("base/.cache"))) {
            assertEquals(List.of(), cache.filter(file -> file.endsWith("chunks")).toList());
        }
        Action run = rig().run("any");
        assertTrue(rig().backups().outlook(run).bytes().isEmpty());
        rig().borg.backUp();
        assertTrue(rig().beside().newest().orElseThrow().bytes().isPresent());
    }

    @Test
    void aBackupIsMadeByTheMachineItselfAndTheReceiptIsFoundAgain() throws Exception {
        int before = rig().beside().points().size();
        int far = rig().series(rig().borg.elsewhere()).points().size();
        Action run = rig().run("run-1");
        Evidence made = rig().done(run);
        assertEquals(Verdict.DONE, made.verdict(), made::found);
        assertTrue(made.found().matches("\\d+ files, [0-9.]+ MB, .* new"), made::found);
        BackupFact after = rig().beside();
        assertEquals(before + 1, after.points().size());
        assertEquals(
                far,
                rig().series(rig().borg.elsewhere()).points().size(),
                "only the one that was named");
        JobFact job = after.jobs().getFirst();
        assertEquals("run-1", job.receipt());
        assertEquals(JobFact.State.DONE, job.state());
        rig().actions().perform(run, new BorgRig.Quiet());
        rig().ended(run);
        assertEquals(before + 1, rig().beside().points().size(), "done again");
        assertFalse(rig().written().contains("correct horse"), "the passphrase is in a receipt");
        Backups.Outlook outlook = rig().backups().outlook(run);
        assertTrue(outlook.took().isPresent());
        assertTrue(outlook.free().orElse(0) > 0);
        assertEquals(List.of(), outlook.running());
    }

    @Test
    void aCheckIsBorgsOwnAndSaysWhatItRead() throws Exception {
        Evidence checked = rig().done(rig().check("check-1", false));
        assertEquals(Verdict.DONE, checked.verdict(), checked::found);
        assertTrue(checked.found().startsWith("repository and archives, "), checked::found);
        Evidence data = rig().done(rig().check("check-2", true));
        assertTrue(data.found().startsWith("all data read, "), data::found);
        List<String> verbs = rig().beside().jobs().stream().map(JobFact::verb).toList();
        assertTrue(verbs.contains(Backups.CHECK_DATA), verbs::toString);
        assertTrue(verbs.contains(Backups.CHECK), verbs::toString);
    }

    @Test
    void whatIsRestoredIsComparedFileByFile() throws Exception {
        String point = rig().beside().newest().orElseThrow().key();
        Path to = rig().borg.destination("well");
        Action restore = rig().restore("restore-1", point, to.toString());
        Backups.Outlook outlook = rig().backups().outlook(restore);
        assertTrue(outlook.free().orElse(0) > 0);
        Evidence restored = rig().done(restore);
        assertEquals(Verdict.DONE, restored.verdict(), restored::found);
        assertTrue(
                restored.found().matches("\\d+ files, \\d{7} bytes, all hashes equal"),
                restored::found);
        String back = to + rig().borg.source().toString() + "/www/index.html";
        assertEquals("<h1>Bonjour</h1>\n", Files.readString(Path.of(back)));
        assertEquals(point, rig().beside().jobs().getFirst().point());
        rig().actions().perform(restore, new BorgRig.Quiet());
        assertEquals(Verdict.DONE, rig().actions().probe(restore).verdict());
    }

    @Test
    void nothingIsRestoredWhereItWouldMix() throws Exception {
        String point = rig().beside().newest().orElseThrow().key();
        Path full = Files.createDirectories(rig().borg.destination("full"));
        Files.writeString(full.resolve("precious"), "x");
        assertEquals(
                BorgError.NOT_EMPTY,
                rig().refused(rig().restore("no-1", point, full.toString())).code());
        for (String place :
                List.of(
                        rig().borg.source().toString(),
                        rig().borg.source().resolve("www/new").toString(),
                        folder.toString(),
                        rig().borg.beside() + "/new")) {
            assertEquals(
                    BorgError.IN_SOURCE,
                    rig().refused(rig().restore("no-2", point, place)).code(),
                    place);
        }
        assertEquals(List.of("precious"), List.of(full.toFile().list()));
        assertEquals(
                Verdict.NOT_DONE,
                rig().actions().probe(rig().restore("no-1", point, full.toString())).verdict());
    }

    @Test
    void theNextPruningIsToldByTheToolsOwnDryRun() throws Exception {
        rig().borg.backUp();
        rig().borg.backUp();
        List<BackupFact.Point> points = rig().beside().points();
        List<String> gone = rig().backups().nextToGo(rig().borg.beside());
        assertFalse(gone.isEmpty(), "of one day, the newest and the oldest are kept");
        assertFalse(gone.contains(points.getFirst().key()));
        assertTrue(points.stream().map(BackupFact.Point::key).toList().containsAll(gone));
        assertEquals(points.size(), rig().beside().points().size(), "something was removed");
    }
}
