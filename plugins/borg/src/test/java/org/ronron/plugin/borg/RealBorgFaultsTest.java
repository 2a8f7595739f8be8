package org.ronron.plugin.borg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.Severity;
import org.ronron.practice.process.Running;

/**
 * Each fault on a real Borg: one finding of the right kind, within one look, and none once mended.
 * {@code Lab.missing} is asked by {@link BorgRig}.
 */
class RealBorgFaultsTest {
    @TempDir static Path folder;

    @org.jspecify.annotations.Nullable private static BorgRig started;
    private final BorgRig rig = started();

    @BeforeAll
    static void start() throws Exception {
        started = new BorgRig(folder);
        started.faults.keep();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @AfterEach
    void again() throws Exception {
        rig.faults.again();
    }

    private static BorgRig started() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** Somebody else's lock is not a broken repository, and what is there is still told. */
    @Test
    void aLockOfAnotherMachineSaysWhoHoldsIt() throws Exception {
        rig.faults.lock();
        FindingFact locked = rig.only();
        assertEquals("locked", locked.kind());
        assertEquals("otherhost (4711)", locked.details().get("holder"));
        assertEquals(rig.borg.beside(), locked.details().get("key"));
        assertEquals(Condition.BUSY, rig.beside().condition());
        assertEquals(1, rig.beside().points().size());
        rig.faults.unlock();
        assertEquals(List.of(), rig.kinds());
    }

    /** What runs is no finding; and what it leaves when it is cut off is. */
    @Test
    void aBackupThatRunsIsBusyAndOneThatWasCutOffIsPartial() throws Exception {
        Running endless = rig.faults.endless();
        BackupFact busy = rig.beside();
        assertEquals(Condition.BUSY, busy.condition());
        assertEquals(List.of(), rig.kinds());
        assertTrue(
                rig.backups()
                        .outlook(rig.run("r"))
                        .running()
                        .getFirst()
                        .startsWith("borg create ("));
        rig.faults.interrupt(endless);
        FindingFact partial = rig.only();
        assertEquals("partial", partial.kind());
        assertTrue(partial.details().getOrDefault("archive", "").startsWith("endless.checkpoint"));
        BackupFact after = rig.beside();
        assertEquals(Result.CUT, after.points().getFirst().result());
        assertEquals(Result.DONE, after.newest().orElseThrow().result());
        rig.borg.backUp();
        assertEquals(List.of(), rig.kinds());
    }

    /** The lock of a process that is dead on this machine is removed by the next Borg by itself. */
    @Test
    void aPowerCutLeavesNothingToMend() throws Exception {
        rig.faults.end(rig.faults.endless(), "KILL");
        assertEquals(Condition.READABLE, rig.beside().condition());
        assertEquals(List.of(), rig.kinds());
    }

    /**
     * A changed byte is seen by no list and no backup; by a check it is, whose exit status 1 is no
     * warning. It stands until a later check finds nothing.
     */
    @Test
    void aDamageIsFoundByACheckOnly() throws Exception {
        AutoCloseable mend = rig.faults.corrupt();
        assertEquals(List.of(), rig.kinds());
        Evidence checked = rig.done(rig.check("check-1", false));
        assertEquals(Verdict.NOT_DONE, checked.verdict());
        assertTrue(checked.found().startsWith("corrupt: "), checked::found);
        FindingFact corrupt = rig.only();
        assertEquals("corrupt", corrupt.kind());
        assertEquals(Severity.STOP, corrupt.severity());
        assertEquals(JobFact.State.FAILED, rig.beside().jobs().getFirst().state());
        String point = rig.beside().newest().orElseThrow().key();
        String to = rig.borg.destination("damaged").toString();
        Evidence restored = rig.done(rig.restore("restore-1", point, to));
        assertEquals(Verdict.NOT_DONE, restored.verdict());
        assertTrue(restored.found().startsWith("corrupt: "), restored::found);
        mend.close();
        assertEquals(Verdict.DONE, rig.done(rig.check("check-2", true)).verdict());
        assertEquals(List.of(), rig.kinds());
    }

    /** Borg asks, nobody answers yes for a person, and it does not hang. */
    @Test
    void aRepositoryThatMovedIsAQuestionForAPerson() throws Exception {
        AutoCloseable back = rig.faults.relocate();
        FindingFact moved = rig.only();
        assertEquals("moved", moved.kind());
        assertEquals(rig.borg.beside(), moved.details().get("before"));
        back.close();
        assertEquals(List.of(), rig.kinds());
    }

    /** One repository that fails does not take the others along. */
    @Test
    void theOtherMachineIsGoneAndThenAnother() throws Exception {
        rig.borg.changeElsewhere();
        FindingFact changed = rig.only();
        assertEquals("host-key-changed", changed.kind());
        assertEquals("127.0.0.2", changed.details().get("host"));
        assertEquals(Condition.READABLE, rig.beside().condition());
        rig.borg.trustElsewhere();
        assertEquals(List.of(), rig.kinds());
        rig.borg.loseElsewhere();
        FindingFact gone = rig.only();
        assertEquals("host-unreachable", gone.kind());
        assertTrue(gone.details().getOrDefault("message", "").contains("refused"), gone::toString);
        assertEquals(Condition.UNREADABLE, rig.series(rig.borg.elsewhere()).condition());
        rig.borg.changeElsewhere();
        rig.borg.trustElsewhere();
    }

    @Test
    void aWrongPassphraseIsNamedAndNeverSaid() throws Exception {
        rig.borg.secret("passphrase-canary");
        List<FindingFact> wrong = rig.observe().findings();
        assertEquals(List.of("passphrase", "passphrase"), kinds(wrong));
        assertFalse(wrong.toString().contains("canary"), wrong::toString);
        Evidence checked = rig.done(rig.check("check-1", false));
        assertEquals(Verdict.NOT_DONE, checked.verdict());
        JobFact job = rig.beside().jobs().getFirst();
        assertEquals(JobFact.State.WARNINGS, job.state(), "it says nothing of the repository");
        assertFalse(rig.written().contains("canary"));
    }

    private static List<String> kinds(List<FindingFact> all) {
        return all.stream().map(FindingFact::kind).toList();
    }

    @Test
    void aFullDiskStopsABackupAndTheRepositoryStaysUsable() throws Exception {
        rig.faults.full(true);
        Files.writeString(rig.borg.source().resolve("more"), "more");
        Evidence made = rig.done(rig.run("run-1"));
        assertEquals(Verdict.NOT_DONE, made.verdict());
        assertTrue(made.found().startsWith("disk-full: "), made::found);
        assertEquals("disk-full", rig.only().kind());
        assertEquals(1, rig.beside().points().size());
        rig.faults.full(false);
        rig.borg.backUp();
        assertEquals(List.of(), rig.kinds());
    }

    @Test
    void aRepositoryThatIsNotThereIsMissing() throws Exception {
        AutoCloseable back = rig.faults.lose();
        assertEquals("missing", rig.only().kind());
        back.close();
        assertEquals(List.of(), rig.kinds());
    }

    /** The archive is there, and something was left out: neither a failure nor simply done. */
    @Test
    void aBackupThatLeftSomethingOutHasWarnings() throws Exception {
        String config = Files.readString(rig.borg.config());
        String source = "        - " + rig.borg.source() + "\n";
        Files.writeString(
                rig.borg.config(),
                config.replace(source, source + source.replace("source", "gone")));
        Evidence made = rig.done(rig.run("run-1"));
        assertEquals(Verdict.DONE, made.verdict(), made::found);
        assertTrue(made.found().contains("; 1 warnings: "), made::found);
        BackupFact after = rig.beside();
        assertEquals(JobFact.State.WARNINGS, after.jobs().getFirst().state());
        assertEquals(Result.WARNINGS, after.points().getFirst().result());
    }

    @Test
    void aConfigurationThatCannotBeReadIsSaid() throws Exception {
        Files.writeString(rig.borg.config(), "location: [\n  encryption_passphrase: canary\n");
        FindingFact unreadable = rig.only();
        assertEquals("config-unreadable", unreadable.kind());
        assertFalse(unreadable.toString().contains("canary"));
    }
}
