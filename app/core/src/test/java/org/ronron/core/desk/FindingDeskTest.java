package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.port.OwnError;

/** Findings that somebody accepts, on the desk. It is 21 h in Paris, of the 20th. */
final class FindingDeskTest extends SpaceRig {
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-21");
    private final List<FindingFact> told = new ArrayList<>();

    @BeforeEach
    void open() {
        rig.connected();
        rig.system.answers.put("u1", () -> rig.said("f1").withFindings(told));
        tells(FindingFact.of("lag", Severity.WARN, "", "percent", "91", "unit", "a.service"));
        rig.done(rig.desk.setPreference(Preferences.NAME, "Ada"));
    }

    private void tells(FindingFact... facts) {
        told.clear();
        told.addAll(List.of(facts));
        rig.done(rig.desk.refresh());
    }

    private Collective collective() {
        return rig.desk.state().collective().orElseThrow();
    }

    private Finding lag() {
        return rig.findings().getFirst();
    }

    private void accept(LocalDate until) {
        rig.done(rig.desk.findings().accept(lag(), " it is\nknown ", until));
    }

    @Test
    void acceptedItIsFoldedWithItsReasonAndWhoAndTheDay() {
        Finding finding = lag();
        accept(TOMORROW);
        assertEquals(List.of(), rig.findings());
        Accepted expected = new Accepted(finding, "it is known", "Ada", rig.now, TOMORROW);
        assertEquals(List.of(expected), collective().accepted());
        assertEquals("history.finding-accepted", rig.history().getFirst());
        assertEquals("it is known", rig.desk.state().history().getFirst().values().word("reason"));
        rig.restart();
        rig.done(rig.desk.refresh());
        assertEquals(List.of(), rig.findings());
        assertEquals("Ada", collective().accepted().getFirst().who());
    }

    /** The day begins where the person is: an hour before it does in UTC. */
    @Test
    void onItsDayItComesBack() {
        accept(TOMORROW);
        rig.now = Instant.parse("2026-11-20T22:59:59Z");
        rig.done(rig.desk.refresh());
        assertEquals(1, collective().accepted().size());
        rig.now = Instant.parse("2026-11-20T23:00:00Z");
        rig.done(rig.desk.refresh());
        assertEquals(List.of(), collective().accepted());
        assertEquals("lag", lag().kind());
    }

    @Test
    void itsFiguresMayChange() {
        accept(TOMORROW);
        tells(FindingFact.of("lag", Severity.WARN, "", "percent", "96", "unit", "a.service"));
        assertEquals(List.of(), rig.findings());
        assertEquals("96", collective().accepted().getFirst().finding().details().get("percent"));
    }

    @Test
    void anotherOfItsKindOrAWorseOneIsOpen() {
        accept(TOMORROW);
        tells(FindingFact.of("lag", Severity.WARN, "", "percent", "91", "unit", "b.service"));
        assertEquals("b.service", lag().details().get("unit"));
        assertEquals(List.of(), collective().accepted());
        tells(FindingFact.of("lag", Severity.ERROR, "", "percent", "99", "unit", "a.service"));
        assertEquals(Severity.ERROR, lag().severity());
    }

    @Test
    void whatIsNotFoundAnyMoreIsNotListedAndFoldedWhenItComesAgain() {
        accept(TOMORROW);
        tells();
        assertEquals(List.of(), collective().accepted());
        tells(FindingFact.of("lag", Severity.WARN, "", "percent", "91", "unit", "a.service"));
        assertEquals(1, collective().accepted().size());
    }

    @Test
    void takenBackItIsOpenAndTheHistorySaysBoth() {
        accept(TOMORROW);
        rig.done(rig.desk.findings().reopen(collective().accepted().getFirst()));
        assertEquals("lag", lag().kind());
        assertEquals(List.of(), collective().accepted());
        assertEquals(
                List.of("history.finding-reopened", "history.finding-accepted"),
                rig.history().subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void withoutAReasonItIsNotAccepted(String reason) {
        Fault fault = rig.refused(rig.desk.findings().accept(lag(), reason, TOMORROW));
        assertEquals(OwnError.ACCEPTED_WITHOUT_REASON, fault.code());
        assertEquals(1, rig.findings().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20", "2026-11-19", "2027-11-21"})
    void onlyUntilADayOfTheComingYear(String day) {
        Fault fault = rig.refused(rig.desk.findings().accept(lag(), "ok", LocalDate.parse(day)));
        assertEquals(OwnError.ACCEPTED_UNTIL, fault.code());
        assertEquals(Map.of("day", day), fault.details());
    }

    @Test
    void aYearFromTodayIsStillADay() {
        accept(LocalDate.parse("2027-11-20"));
        assertEquals(List.of(), rig.findings());
    }

    @Test
    void anOperationThatStoppedIsFoundUntilItIsDecidedUpon() {
        tells();
        operation(plan("~op", make(typed())), OperationView.State.STOPPED);
        Finding stopped = rig.findings().getFirst();
        assertEquals("operation-stopped", stopped.kind());
        assertEquals("chats", stopped.subject());
        assertEquals("~op", stopped.details().get("operation"));
        assertEquals("Dominique", stopped.details().get("author"));
        operation(plan("~op", make(typed())), OperationView.State.CANCELLED);
        assertEquals(List.of(), rig.findings());
    }
}
