package org.ronron.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover.Kind;
import org.ronron.api.Backups;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.LinkFact;
import org.ronron.api.Severity;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Saved;
import org.ronron.core.model.Series;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.CheckBackup;
import org.ronron.core.plan.Remedies;

/** What is found of how everything is saved: one cause once, each with what could be done. */
class SafetyFindingsTest {
    private static final Instant NOW = Saved.NOW;
    private static final Heard[] TWO_HOMES = {
        Saved.machine("celeri", "neptune", "10.0.0.1"), Saved.machine("nuage", "mars", "10.1.0.1")
    };

    private static Series sound(String key) {
        return new Series(key)
                .covers(Kind.MACHINE, "celeri")
                .at("nuage")
                .point(Duration.ofHours(2))
                .job(Backups.CHECK, JobFact.State.DONE, NOW.minus(Duration.ofDays(3)));
    }

    private static List<Finding> found(Heard... heard) {
        Collective joined = Saved.join(List.of(heard));
        LocalDate today = LocalDate.parse("2026-11-20");
        return Findings.complete(joined, List.of(), Edits.NONE, today).findings();
    }

    private static List<Finding> of(Series... series) {
        return found(Saved.tool(series), TWO_HOMES[0], TWO_HOMES[1]);
    }

    private static List<String> kinds(List<Finding> found) {
        return found.stream().map(Finding::kind).toList();
    }

    private static Finding only(List<Finding> found) {
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    @Test
    void aSoundCollectiveHasNone() {
        assertEquals(List.of(), of(sound("home")));
    }

    @Test
    void aLateOneSaysSinceWhenAndWhatWasPromisedAndIsBackedUpNow() {
        Finding late = only(of(sound("home").points(Duration.ofHours(40))));
        assertEquals("backup-late", late.kind());
        assertEquals(Severity.ERROR, late.severity());
        assertEquals("borg", late.subject());
        assertEquals("home", late.details().get("names"));
        assertEquals("PT26H", late.details().get("promise"));
        assertEquals(NOW.minus(Duration.ofHours(40)).toString(), late.details().get("since"));
        assertEquals(Optional.of(new BackUp("borg", "home")), Remedies.of(late));
    }

    @Test
    void whatNeverHadAPointIsSaidSoUnlessItsFirstIsBeingMade() {
        Series none = new Series("new").covers(Kind.MACHINE, "celeri").at("nuage");
        Finding found = only(of(none));
        assertEquals("backup-none", found.kind());
        assertEquals(Optional.of(new BackUp("borg", "new")), Remedies.of(found));
        assertEquals(List.of(), of(none.job(Backups.RUN, JobFact.State.RUNNING, NOW)));
    }

    @Test
    void seriesOfOneToolAreNamedTogetherTheOldestFirst() {
        Finding late =
                only(
                        of(
                                sound("a").points(Duration.ofHours(40)),
                                sound("b").points(Duration.ofDays(9)),
                                sound("c")));
        assertEquals("b, a", late.details().get("names"));
        assertEquals(Optional.of(new BackUp("borg", "b")), Remedies.of(late));
    }

    @Test
    void manyAreNotAllNamed() {
        Series[] many =
                IntStream.range(10, 30)
                        .mapToObj(i -> sound("s" + i).points(Duration.ofDays(i)))
                        .toArray(Series[]::new);
        String names = only(of(many)).details().getOrDefault("names", "");
        assertEquals("s29, s28", names.substring(0, 8));
        assertEquals("… (20)", names.substring(names.length() - 6));
    }

    @Test
    void whatNobodyCheckedIsCheckedAndSoIsWhatWasCheckedLongAgo() {
        Series never =
                new Series("never")
                        .covers(Kind.MACHINE, "celeri")
                        .at("nuage")
                        .point(Duration.ofHours(1));
        Finding found = only(of(never));
        assertEquals("backup-never-checked", found.kind());
        assertEquals(Optional.of(new CheckBackup("borg", "never", "", false)), Remedies.of(found));
        Instant then = NOW.minus(Duration.ofDays(91));
        Finding old = only(of(never.job(Backups.CHECK, JobFact.State.DONE, then)));
        assertEquals("backup-check-old", old.kind());
        assertEquals(then.toString(), old.details().get("since"));
        assertEquals(Optional.of(new CheckBackup("borg", "never", "", false)), Remedies.of(old));
    }

    @Test
    void aCheckThatFailedSaysWhatItSaid() {
        Finding found = only(of(sound("home").job(Backups.CHECK_DATA, JobFact.State.FAILED, NOW)));
        assertEquals("backup-check-failed", found.kind());
        assertEquals("said", found.details().get("said"));
        assertEquals(Optional.of(new CheckBackup("borg", "home", "", false)), Remedies.of(found));
    }

    /** What the tool says of a series explains what we would say of it. */
    @Test
    void whatTheToolSaysOfItIsNotSaidAgain() {
        Series failed = sound("home").job(Backups.CHECK, JobFact.State.FAILED, NOW);
        assertEquals(List.of("not-checked"), kinds(said(failed, "not-checked")));
        Series late = sound("home").points(Duration.ofHours(40));
        assertEquals(List.of("backup-old"), kinds(said(late, "backup-old")));
        assertEquals(
                List.of("backup-late", "not-encrypted"),
                kinds(said(late, "not-encrypted")),
                "that is no reason to be late");
    }

    private static List<Finding> said(Series series, String kind) {
        FindingFact fact = FindingFact.of(kind, Severity.WARN, series.fact().key());
        Heard tool = Saved.heard("borg", Saved.said(series.fact()).withFindings(List.of(fact)));
        List<Finding> found = found(tool, TWO_HOMES[0], TWO_HOMES[1]);
        Finding told = found.stream().filter(f -> f.kind().equals(kind)).findFirst().orElseThrow();
        assertEquals("home", told.subject(), "a finding about a series names it");
        assertEquals("home", told.details().get("key"));
        return found;
    }

    @Test
    void aDiskThatTwoConnectorsSeeFullIsOneDisk() {
        Finding named =
                new Finding(
                        "disk-full",
                        "linux",
                        Severity.WARN,
                        "nuage",
                        Map.of("mount", "/srv", "percent", "93"));
        Finding same =
                new Finding(
                        "disk-full",
                        "barman",
                        Severity.WARN,
                        "nuage",
                        Map.of("folder", "/srv/barman", "percent", "94"));
        Finding second = named.with("mount", "/home");
        Finding other =
                new Finding("disk-full", "borg", Severity.ERROR, "nuage", Map.of("key", "home"));
        assertEquals(List.of(named), Findings.inOrder(List.of(same, named)));
        assertEquals(2, Findings.inOrder(List.of(named, second)).size());
        assertEquals(2, Findings.inOrder(List.of(named, same.with("percent", "97"))).size());
        assertEquals(2, Findings.inOrder(List.of(named, other)).size());
        assertEquals(1, Findings.inOrder(List.of(same)).size());
    }

    @Test
    void aCopyOnlyBesideTheDataHasNoPlan() {
        Finding found = only(found(Saved.tool(sound("home").at("celeri")), TWO_HOMES[0]));
        assertEquals("backup-beside", found.kind());
        assertEquals("neptune", found.details().get("place"));
        assertEquals(Optional.empty(), Remedies.of(found));
    }

    @Test
    void whatIsUnreadableIsSaidOnceByTheToolOrByUs() {
        Series broken = sound("home").condition(Condition.UNREADABLE);
        assertEquals(List.of("backup-unreadable"), kinds(of(broken)));
        Heard tool =
                Saved.heard(
                        "borg",
                        Saved.said(broken.fact())
                                .withFindings(
                                        List.of(
                                                FindingFact.of(
                                                        "damaged",
                                                        Severity.ERROR,
                                                        "",
                                                        "key",
                                                        "home"))));
        Finding found = only(found(tool, TWO_HOMES[0], TWO_HOMES[1]));
        assertEquals("borg", found.type());
        assertEquals(Optional.empty(), Remedies.of(found), "its own connector mends it");
    }

    @Test
    void aConnectionThatIsSilentExplainsAllOfItsBackups() {
        Heard silent =
                Saved.tool(sound("home").points(Duration.ofDays(9)), new Series("x"))
                        .failed(Fault.of(CommonError.TIMEOUT, "borg"));
        assertEquals(List.of("silent"), kinds(found(silent, TWO_HOMES[0], TWO_HOMES[1])));
    }

    @Test
    void whatIsNotCoveredIsNamedByKindAndNothingElseIsSaidOfIt() {
        Heard database =
                Saved.heard(
                        "postgresql",
                        Map.of("host", "db.test", "port", "5432"),
                        Saved.said()
                                .withLinks(
                                        List.of(
                                                LinkFact.of(
                                                        LinkFact.Kind.DATABASE,
                                                        "chats",
                                                        "chats",
                                                        LinkFact.Health.FINE))));
        List<Finding> found =
                found(
                        Saved.tool(sound("home")),
                        TWO_HOMES[0],
                        TWO_HOMES[1],
                        Saved.machine("navet", "mars", "10.1.0.2"),
                        Saved.machine("panais", "mars", "10.1.0.3"),
                        database);
        assertEquals(List.of("uncovered-databases", "uncovered-machines"), kinds(found));
        assertEquals("postgresql", found.getFirst().details().get("names"));
        assertEquals("1", found.getFirst().details().get("spaces"));
        assertEquals("navet, panais", found.getLast().details().get("names"));
    }

    @Test
    void withoutAnyToolOneFindingSaysAll() {
        assertEquals(List.of("no-backups"), kinds(found(TWO_HOMES)));
        assertEquals(List.of(), found());
    }

    /** Figures change while a finding stays; its words do not. */
    @Test
    void aFindingIsTheSameAsLongAsItsWordsAre() {
        Finding late = only(of(sound("home").points(Duration.ofHours(40))));
        Finding later = only(of(sound("home").points(Duration.ofHours(50))));
        Finding other = only(of(sound("etc").points(Duration.ofHours(40))));
        assertEquals(late.identity(), later.identity());
        assertEquals(false, late.identity().equals(other.identity()));
        Finding unit = new Finding("unit", "linux", Severity.WARN, "celeri", Map.of("unit", "a.b"));
        assertEquals(
                false,
                unit.identity().equals(unit.with("unit", "c.d").identity()),
                "another unit of the same machine");
        assertEquals(unit.with("percent", "91").identity(), unit.with("percent", "92").identity());
        assertEquals(
                unit.with("since", NOW.toString()).identity(),
                unit.with("since", NOW.plusSeconds(9).toString()).identity());
    }
}
