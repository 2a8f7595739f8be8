package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover.Kind;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.NodeFact;
import org.ronron.api.NoticeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.core.model.Backup.Age;
import org.ronron.core.model.Backup.Level;
import org.ronron.core.model.Backup.Place;
import org.ronron.core.model.Backup.Posture;

class SafetyBookTest {
    private static final Instant NOW = Facts.NOW;

    private static Backup one(Series series, Heard... others) {
        return Saved.safety(Saved.with(Saved.heard("borg", series.fact()), others))
                .backups()
                .getFirst();
    }

    private static Series series() {
        return new Series("home")
                .covers(Kind.MACHINE, "celeri")
                .at("nuage")
                .point(Duration.ofHours(2));
    }

    private static Heard[] twoHomes() {
        return new Heard[] {
            Saved.machine("celeri", "neptune", "10.0.0.1"),
            Saved.machine("nuage", "mars", "10.1.0.1")
        };
    }

    @Test
    void whatIsOnlyListedIsNeverCalledVerified() {
        Backup backup = one(series(), twoHomes());
        assertEquals(Posture.NEVER_CHECKED, backup.posture());
        assertEquals(Optional.empty(), backup.verified());
        assertEquals(Place.ELSEWHERE, backup.place());
        assertEquals("mars", backup.zone());
        assertEquals(NOW, backup.seen());
    }

    @Test
    void aCheckThatEndedWellProtectsForNinetyDays() {
        Instant then = NOW.minus(Duration.ofDays(90));
        Backup backup = one(series().job(Backups.CHECK, JobFact.State.DONE, then), twoHomes());
        assertEquals(Posture.PROTECTED, backup.posture());
        assertEquals(Level.CHECKED, backup.verified().orElseThrow().level());
        Backup old =
                one(
                        series().job(Backups.CHECK, JobFact.State.DONE, then.minusSeconds(1)),
                        twoHomes());
        assertEquals(Posture.NEVER_CHECKED, old.posture());
        assertEquals(then.minusSeconds(1), old.verified().orElseThrow().at());
    }

    @Test
    void theClosestLookOfLateIsTold() {
        Series series =
                series().job(Backups.CHECK, JobFact.State.DONE, NOW.minusSeconds(5))
                        .job(Backups.RESTORE, JobFact.State.DONE, NOW.minusSeconds(900))
                        .job(Backups.CHECK_DATA, JobFact.State.DONE, NOW.minusSeconds(90));
        assertEquals(Level.RESTORED, one(series, twoHomes()).verified().orElseThrow().level());
        Series data =
                series().job(Backups.CHECK, JobFact.State.DONE, NOW.minusSeconds(5))
                        .job(Backups.CHECK_DATA, JobFact.State.DONE, NOW.minusSeconds(90))
                        .job(Backups.RESTORE, JobFact.State.DONE, NOW.minus(Duration.ofDays(91)));
        assertEquals(Level.DATA_CHECKED, one(data, twoHomes()).verified().orElseThrow().level());
    }

    @ParameterizedTest
    @CsvSource({"WARNINGS", "FAILED", "LOST", "RUNNING"})
    void aLookThatDidNotEndWellVerifiesNothing(JobFact.State state) {
        Series series =
                series().job(Backups.RESTORE, state, NOW).job(Backups.RUN, JobFact.State.DONE, NOW);
        assertEquals(Optional.empty(), one(series, twoHomes()).verified());
    }

    @Test
    void afterACheckThatFailedNobodyKnowsUntilOneEndsWell() {
        Series failed =
                series().job(Backups.CHECK_DATA, JobFact.State.FAILED, NOW.minusSeconds(5))
                        .job(Backups.CHECK, JobFact.State.DONE, NOW.minusSeconds(50));
        assertEquals(Posture.NEVER_CHECKED, one(failed, twoHomes()).posture());
        assertEquals("said", one(failed, twoHomes()).failedCheck().orElseThrow().said());
        Series mended = failed.job(Backups.CHECK, JobFact.State.DONE, NOW);
        assertEquals(Posture.PROTECTED, one(mended, twoHomes()).posture());
        Series lost = failed.job(Backups.CHECK, JobFact.State.LOST, NOW);
        assertEquals(Posture.NEVER_CHECKED, one(lost, twoHomes()).posture());
        Series restore = series().job(Backups.RESTORE, JobFact.State.FAILED, NOW);
        assertEquals(
                Optional.empty(),
                one(restore, twoHomes()).failedCheck(),
                "a disk that was full says nothing of the copy");
    }

    @Test
    void whatCannotBeReadOrItsToolAccusesIsBroken() {
        assertEquals(
                Posture.BROKEN,
                one(series().condition(Condition.UNREADABLE), twoHomes()).posture());
        Observation said =
                Saved.said(series().fact(), new Series("third").fact(), new Series("other").fact())
                        .withFindings(
                                List.of(
                                        FindingFact.of(
                                                "damaged", Severity.ERROR, "", "key", "home"),
                                        FindingFact.of("damaged", Severity.ERROR, "third"),
                                        FindingFact.of("slow", Severity.WARN, "", "key", "other")));
        List<Backup> backups = Saved.safety(Saved.with(Saved.heard("borg", said))).backups();
        assertEquals(Posture.BROKEN, backups.getFirst().posture());
        assertEquals(Posture.BROKEN, backups.get(1).posture(), "named as the finding's subject");
        assertEquals(Posture.LATE, backups.getLast().posture(), "it has no point at all");
    }

    @Test
    void ofWhomDoesNotAnswerNothingIsSaidButWhatWasBroken() {
        Series late = series().points(Duration.ofDays(9));
        Heard silent =
                Saved.heard("borg", late.fact()).failed(Fault.of(CommonError.TIMEOUT, "borg"));
        assertEquals(
                Posture.UNKNOWN, Saved.safety(Saved.with(silent)).backups().getFirst().posture());
        Heard broken =
                Saved.heard("borg", late.condition(Condition.UNREADABLE).fact())
                        .failed(Fault.of(CommonError.TIMEOUT, "borg"));
        assertEquals(
                Posture.BROKEN, Saved.safety(Saved.with(broken)).backups().getFirst().posture());
        assertEquals(Posture.UNKNOWN, one(late.condition(Condition.BUSY)).posture());
    }

    @ParameterizedTest
    @CsvSource({"25:59, IN_TIME", "26:00, DUE", "32:29, DUE", "32:30, LATE"})
    void ageIsAgainstTwentySixHoursWhereNothingIsPromised(String age, Age expected) {
        String[] parts = age.split(":", 2);
        Duration old =
                Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
        Backup backup = one(series().points(old), twoHomes());
        assertEquals(expected, backup.age(NOW));
        assertEquals(expected == Age.LATE, backup.posture() == Posture.LATE);
    }

    @Test
    void aPromiseOfItsToolCountsInstead() {
        Series weekly = series().points(Duration.ofDays(8)).promised(Duration.ofDays(7));
        assertEquals(Age.DUE, one(weekly).age(NOW));
        assertEquals(Duration.ofDays(7), one(weekly).promise());
        assertEquals(Age.LATE, one(weekly.promised(Duration.ZERO)).age(NOW));
    }

    @Test
    void changesKeptBetweenThePointsAreWhatCouldBeLost() {
        Series server = series().points(Duration.ofDays(5)).wal(NOW.minusSeconds(300));
        assertEquals(Optional.of(NOW.minusSeconds(300)), one(server).since());
        assertEquals(Age.IN_TIME, one(server).age(NOW));
        Series stopped = server.promised(Duration.ofDays(7)).wal(NOW.minus(Duration.ofHours(40)));
        assertEquals(Duration.ofHours(26), one(stopped).promise());
        assertEquals(Posture.LATE, one(stopped).posture());
        Series old = server.promised(Duration.ofDays(1));
        assertEquals(Posture.LATE, one(old).posture(), "the point itself is too old for its tool");
        Series without = new Series("home").wal(NOW);
        assertEquals(Posture.LATE, one(without).posture(), "changes of nothing restore nothing");
    }

    @Test
    void onlyAPointThatWasMadeCounts() {
        Series cut =
                new Series("home")
                        .point(Duration.ofHours(1), Result.CUT)
                        .point(Duration.ofHours(2), Result.RUNNING)
                        .point(Duration.ofHours(3), Result.WARNINGS);
        assertEquals(Optional.of(NOW.minus(Duration.ofHours(3))), one(cut).since());
    }

    @ParameterizedTest
    @CsvSource({
        "celeri, celeri, BESIDE",
        "CELERI, celeri.ours.test, BESIDE",
        "celeri, 10.0.0.1, BESIDE",
        "celeri, panais, BESIDE",
        "celeri, nuage, ELSEWHERE",
        "10.0.0.1, 10.1.0.1, ELSEWHERE",
        "celeri, lost, UNKNOWN",
        "celeri, somewhere.else.test, UNKNOWN",
        "celeri, '', UNKNOWN",
        "nobody, nuage, UNKNOWN"
    })
    void placeIsToldByTheTopology(String saved, String place, Place expected) {
        Heard[] machines = {
            Saved.machine("celeri", "neptune", "10.0.0.1"),
            Saved.machine("panais", "neptune", "10.0.0.2"),
            Saved.machine("nuage", "mars", "10.1.0.1"),
            Saved.machine("lost", "", "10.2.0.1")
        };
        Series series =
                new Series("home").covers(Kind.MACHINE, saved).at(place).point(Duration.ofHours(2));
        assertEquals(expected, one(series, machines).place());
    }

    @Test
    void localhostIsTheToolsOwnMachineAndAGuestDiesWithItsHost() {
        Heard tool =
                Saved.heard(
                        "barman",
                        Map.of("host", "10.1.0.1"),
                        Saved.said(
                                new Series("main")
                                        .covers(Kind.DATABASES, "localhost:5432")
                                        .at("localhost")
                                        .point(Duration.ofHours(1))
                                        .fact()));
        assertEquals(
                Place.BESIDE,
                Saved.safety(Saved.with(tool, twoHomes())).backups().getFirst().place());
        Heard guest =
                Saved.machine(
                        Saved.node(
                                "invite", "", NodeFact.Machine.VIRTUAL, Map.of("host", "nuage")));
        Series onHost =
                new Series("g").covers(Kind.MACHINE, "invite").at("nuage").point(Duration.ZERO);
        assertEquals(Place.BESIDE, one(onHost, twoHomes()[0], twoHomes()[1], guest).place());
    }

    @Test
    void aSecondCopyElsewhereMeansThatTheOneBesideIsNotAlone() {
        Series beside = series().at("celeri");
        assertEquals(Posture.BESIDE, one(beside, twoHomes()).posture());
        Heard both =
                Saved.heard(
                        "borg",
                        beside.fact(),
                        new Series("far")
                                .covers(Kind.MACHINE, "10.0.0.1")
                                .at("nuage")
                                .point(Duration.ofHours(1))
                                .fact());
        Backup first = Saved.safety(Saved.with(both, twoHomes())).backups().getFirst();
        assertEquals(Place.BESIDE, first.place());
        assertEquals(Posture.NEVER_CHECKED, first.posture());
    }

    @Test
    void twoMachinesOfOneNameAreNoPlace() {
        Heard[] twins = {
            Saved.machine("celeri", "neptune", "10.0.0.1"),
            Saved.machine(Facts.node("k", "nuage.a.test", "mars", "10.1.0.1")),
            Saved.machine(Facts.node("l", "nuage.b.test", "neptune", "10.1.0.2"))
        };
        assertEquals(Place.UNKNOWN, one(series(), twins).place());
    }

    @Test
    void withoutAnyToolThatIsSaidOnceAndNothingIsCalledUncovered() {
        Safety none = Saved.safety(List.of(twoHomes()));
        assertTrue(none.unkept());
        assertEquals(List.of(), none.uncovered());
        assertEquals(Safety.NONE, Saved.safety(List.of()));
    }

    @Test
    void aToolThatWasNeverHeardAccusesNobody() {
        Heard never = Heard.nothing(Saved.heard("borg", new Series("x").fact()).row());
        Safety safety = Saved.safety(Saved.with(never, twoHomes()));
        assertEquals(new Safety(List.of(), List.of()), safety);
    }

    @Test
    void noticesAreGatheredNewestFirst() {
        NoticeFact first = new NoticeFact("1", NOW, "a", "", "", 1);
        NoticeFact second = new NoticeFact("2", NOW.plusSeconds(1), "b", "", "", 1);
        Heard one = Saved.heard("gotify", Saved.said().withNotices(List.of(first)));
        Heard two = Saved.heard("other", Saved.said().withNotices(List.of(second)));
        assertEquals(List.of(second, first), Saved.join(List.of(one, two)).notices());
    }
}
