package org.ronron.layout.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Json;
import org.ronron.layout.work.EvacuationActions.Found;

/** What a look at a machine says of each verb. */
class EvacuationTest {
    private static Action action(String verb, boolean eligible) {
        Json.Obj node = Json.obj().with("node", "a").with("mark", "m").with("zone", "cave");
        return new Action("e", verb, node.with("eligible", Json.of(eligible)));
    }

    private static Verdict look(String verb, String words, boolean eligible) {
        Machine machine =
                new Machine(
                        "a",
                        "a",
                        words.contains("moved") ? "cave" : "grenier",
                        "",
                        !words.contains("down"),
                        words.contains("eligible"),
                        words.contains("draining"),
                        0);
        Found found = new Found(machine, words.contains("ours"), words.contains("ended"));
        return Evacuation.verdict(action(verb, eligible), Optional.of(found));
    }

    @ParameterizedTest
    @CsvSource({
        "node.drain,      eligible,            NOT_DONE",
        "node.drain,      ours draining,       DONE",
        "node.drain,      ours ended,          DONE",
        "node.drain,      ours,                NOT_DONE",
        "node.drain,      draining,            NOT_OURS",
        "node.drain,      ended,               NOT_DONE",
        "drain.stop,      ours draining,       NOT_DONE",
        "drain.stop,      ours ended,          NOT_DONE",
        "drain.stop,      eligible,            DONE",
        "drain.stop,      draining,            NOT_OURS",
        "node.eligible,   eligible,            DONE",
        "node.eligible,   ended,               NOT_DONE",
        "node.eligible,   ours eligible draining, NOT_DONE",
        "node.ineligible, ended,               DONE",
        "node.ineligible, eligible,            NOT_DONE",
        "node.ready,      eligible,            DONE",
        "node.ready,      eligible down,       PENDING",
        "node.ready,      ended,               PENDING",
        "node.seen,       ended,               DONE",
        "node.seen,       down,                PENDING",
        "node.zone,       moved,               DONE",
        "node.zone,       eligible,            PENDING",
        "node.zone,       draining,            PENDING"
    })
    void eachVerbIsJudgedByWhatItIsFor(String verb, String words, Verdict verdict) {
        assertEquals(verdict, look(verb, words, true));
    }

    @Test
    void undoingADrainOfAMachineThatTookNoWorkLeavesItSo() {
        assertEquals(Verdict.DONE, look(Evacuation.STOP, "ended", false));
    }

    @Test
    void whatTheSystemDoesNotKnowIsNotDone() {
        Optional<Found> none = Optional.empty();
        Verdict drained = Evacuation.verdict(action(Evacuation.DRAIN, true), none);
        assertEquals(Verdict.NOT_DONE, drained);
        Verdict seen = Evacuation.verdict(action(Evacuation.SEEN, true), none);
        assertEquals(Verdict.PENDING, seen);
        assertThrows(IllegalArgumentException.class, () -> look("node.fly", "eligible", true));
    }

    @Test
    void aDrainIsTakenBackWithItsOwnArguments() {
        Action drain = action(Evacuation.DRAIN, true);
        Action stop = Evacuation.inverse(drain).orElseThrow();
        assertEquals(new Action("e", Evacuation.STOP, drain.arguments()), stop);
        assertTrue(Evacuation.wasEligible(stop));
        assertTrue(Evacuation.inverse(stop).isEmpty());
        assertTrue(Evacuation.inverse(action(Evacuation.EMPTY, true)).isEmpty());
    }
}
