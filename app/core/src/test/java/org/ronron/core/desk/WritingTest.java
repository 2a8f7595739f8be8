package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;

class WritingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Rig rig = new Rig();
    private String id = "";

    @BeforeEach
    void connect() {
        id = rig.connected(Rig.node("celeri", "neptune")).id();
    }

    @Test
    void aConnectionIsReadOnlyUntilWritingIsSwitchedOnAndAfterItsTime() {
        assertEquals(Optional.empty(), writable());
        rig.done(rig.desk.allowWriting(id, HOUR));
        assertEquals(Optional.of(rig.now.plus(HOUR)), writable());
        assertEquals("history.writing-on", rig.history().getFirst());
        rig.pass(HOUR.minusSeconds(1));
        assertTrue(writable().isPresent());
        rig.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), writable());
        assertEquals(0, kept());
        assertEquals("history.writing-over", rig.history().getFirst());
        assertTrue(rig.connections.dropped.contains(id));
    }

    @Test
    void aPersonMakesOneConnectionReadOnlyAgain() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.done(rig.desk.readOnly(id));
        assertEquals(Optional.empty(), writable());
        assertEquals(0, kept());
        assertEquals("history.writing-off", rig.history().getFirst());
        assertTrue(rig.connections.dropped.contains(id));
    }

    @Test
    void aClockSetBackDoesNotProlongIt() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.now = rig.now.minus(HOUR);
        rig.pass(HOUR);
        assertEquals(0, kept());
        assertEquals(Optional.empty(), writable());
    }

    @Test
    void aLaptopThatSleptPastTheTimeWakesReadOnly() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.now = rig.now.plus(Duration.ofHours(3));
        rig.timer.pass(Ticks.BEAT);
        rig.run();
        assertEquals(0, kept());
        assertEquals(Optional.empty(), writable());
    }

    @Test
    void aRestartNeitherEndsNorProlongsIt() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        Instant until = rig.now.plus(HOUR);
        rig.now = rig.now.plus(Duration.ofMinutes(30));
        rig.restart();
        assertEquals(Optional.of(until), writable());
        rig.pass(Duration.ofMinutes(30));
        assertEquals(Optional.empty(), writable());
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.now = rig.now.plus(HOUR);
        rig.restart();
        assertEquals(0, kept());
        assertEquals("history.writing-over", rig.history().getFirst());
    }

    @Test
    void whatWasSetUnderAClockFarAheadIsOverAtTheNextStart() {
        rig.now = rig.now.plus(Duration.ofDays(30));
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.now = rig.now.minus(Duration.ofDays(30));
        rig.restart();
        assertEquals(0, kept());
    }

    @Test
    void anotherSwitchingOnReplacesTheTime() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.pass(Duration.ofMinutes(30));
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.pass(Duration.ofMinutes(45));
        assertTrue(writable().isPresent());
        rig.pass(Duration.ofMinutes(15));
        assertEquals(Optional.empty(), writable());
    }

    @Test
    void oneButtonMakesEverythingReadOnly() {
        rig.system.answers.put("u2", () -> rig.said("f", Rig.node("onion", "dathomir")));
        String other = rig.add("second", "u2").id();
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.done(rig.desk.allowWriting(other, HOUR));
        String first = rig.desk.state().collective().orElseThrow().id();
        rig.done(rig.desk.create("Theirs", "own"));
        rig.done(rig.desk.readOnlyAll());
        assertTrue(rig.workspace.endpoints(first).stream().allMatch(e -> e.writableUntil() == 0));
        assertEquals("history.read-only-all", rig.history().getFirst());
    }

    @Test
    void aDiskThatRefusesLeavesThisRunReadOnlyNevertheless() {
        rig.done(rig.desk.allowWriting(id, HOUR));
        rig.workspace.full = true;
        rig.pass(HOUR.plusSeconds(5));
        assertEquals(Optional.empty(), writable());
        assertTrue(rig.desk.state().trouble().isPresent());
    }

    @Test
    void timesWithoutMeaningAreRefused() {
        for (Duration time :
                new Duration[] {Duration.ZERO, HOUR.negated(), HOUR.multipliedBy(25)}) {
            assertEquals(
                    CommonError.BAD_SETTING, rig.refused(rig.desk.allowWriting(id, time)).code());
        }
    }

    @Test
    void aSampleIsReadOnlyForEver() {
        rig.done(rig.desk.openSample("deuxfleurs"));
        assertEquals(
                CommonError.BAD_SETTING,
                rig.refused(rig.desk.allowWriting("sample:deuxfleurs", HOUR)).code());
    }

    private Optional<Instant> writable() {
        return rig.desk
                .state()
                .collective()
                .orElseThrow()
                .endpoint(id)
                .orElseThrow()
                .writableUntil();
    }

    private long kept() {
        String collective = rig.desk.state().collective().orElseThrow().id();
        return rig.workspace.endpoints(collective).getFirst().writableUntil();
    }
}
