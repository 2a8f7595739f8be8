package org.ronron.ui.pages.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.JobFact;
import org.ronron.core.model.Backup;

/** What came of each of the last fourteen days. */
class DaysTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A quarter past midnight in Paris: still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:15:00Z");

    private final List<Point> points = new ArrayList<>();
    private final List<JobFact> jobs = new ArrayList<>();
    private Instant seen = NOW;
    private Optional<Backup.Verified> verified = Optional.empty();
    private Condition condition = Condition.READABLE;

    private void point(long hours, Result result) {
        points.add(
                new Point(
                        "p" + points.size(),
                        NOW.minus(hours, ChronoUnit.HOURS),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        result));
    }

    private void job(String verb, long hours, JobFact.State state) {
        Instant at = NOW.minus(hours, ChronoUnit.HOURS);
        jobs.add(new JobFact("r", verb, "k", "", at, Optional.of(at), state, ""));
    }

    /** M made, C checked, F failed, a dot for none, a question mark for not known. */
    private String drawn() {
        BackupFact fact =
                new BackupFact(
                        "k",
                        "",
                        List.of(),
                        "",
                        "",
                        condition,
                        points,
                        Optional.empty(),
                        Optional.empty(),
                        jobs);
        Backup backup =
                new Backup(
                        "e",
                        "e",
                        "borg",
                        seen,
                        fact,
                        Backup.Posture.PROTECTED,
                        Backup.Place.ELSEWHERE,
                        "",
                        verified);
        return Days.of(backup, NOW, PARIS).days().stream()
                .map(
                        d ->
                                switch (d) {
                                    case MADE -> "M";
                                    case CHECKED -> "C";
                                    case FAILED -> "F";
                                    case NONE -> ".";
                                    case NOT_KNOWN -> "?";
                                })
                .collect(Collectors.joining());
    }

    @Test
    void aDayIsTheReadersOwn() {
        point(0, Result.DONE);
        point(1, Result.DONE);
        assertEquals("............MM", drawn());
    }

    @Test
    void aGoodOneMakesTheDayGoodAndACutOneDoesNot() {
        point(2, Result.FAILED);
        point(3, Result.WARNINGS);
        point(30, Result.CUT);
        point(54, Result.RUNNING);
        point(24 * 20, Result.DONE);
        assertEquals("...........FM.", drawn());
    }

    @Test
    void aBackupThatFailedWithoutLeavingAPointIsSeen() {
        job(Backups.RUN, 0, JobFact.State.FAILED);
        job(Backups.RUN, 25, JobFact.State.LOST);
        job(Backups.RUN, 50, JobFact.State.DONE);
        assertEquals("..........MF.F", drawn());
    }

    @Test
    void checkedIsADayOnWhichItWasMadeAndLookedAt() {
        point(2, Result.DONE);
        point(26, Result.DONE);
        job(Backups.CHECK, 1, JobFact.State.DONE);
        job(Backups.CHECK, 25, JobFact.State.FAILED);
        job(Backups.CHECK, 60, JobFact.State.DONE);
        assertEquals("...........MC.", drawn());
        verified =
                Optional.of(
                        new Backup.Verified(
                                Backup.Level.RESTORED, "p1", NOW.minus(25, ChronoUnit.HOURS), ""));
        assertEquals("...........CC.", drawn());
    }

    @Test
    void daysSinceTheToolFellSilentAreNotKnown() {
        seen = NOW.minus(60, ChronoUnit.HOURS);
        point(70, Result.DONE);
        assertEquals("..........M???", drawn());
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        condition = Condition.UNREADABLE;
        assertEquals("?".repeat(14), drawn());
    }

    @Test
    void daysBeforeTheOldestPointThatIsToldAreNotKnown() {
        for (int i = 0; i < BackupFact.MOST; i++) {
            point(i / 10, Result.DONE);
        }
        assertEquals("???????????MMM", drawn());
    }
}
