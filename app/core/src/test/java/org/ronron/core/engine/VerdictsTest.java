package org.ronron.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.StepClass;
import org.ronron.core.engine.Verdicts.Then;
import org.ronron.core.engine.Verdicts.When;

final class VerdictsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PERFORMED, PROBEABLE,  DONE,     DONE
                    PERFORMED, PROBEABLE,  APPEARED, DONE
                    PERFORMED, PROBEABLE,  PENDING,  LATER
                    PERFORMED, PROBEABLE,  NOT_DONE, STOP_NOT_AS_PROMISED
                    PERFORMED, PROBEABLE,  NOT_OURS, STOP_NOT_OURS
                    PERFORMED, PROBEABLE,  UNKNOWN,  STOP_UNKNOWN
                    PERFORMED, ONE_SHOT,   UNKNOWN,  DONE
                    DOUBT,     IDEMPOTENT, NOT_DONE, RUN
                    DOUBT,     IDEMPOTENT, UNKNOWN,  RUN
                    DOUBT,     PROBEABLE,  DONE,     DONE
                    DOUBT,     PROBEABLE,  NOT_DONE, STOP_NOT_DONE
                    DOUBT,     PROBEABLE,  UNKNOWN,  STOP_UNKNOWN
                    DOUBT,     ONE_SHOT,   NOT_DONE, STOP_UNKNOWN
                    CRASH,     READ,       NOT_DONE, RUN
                    CRASH,     IDEMPOTENT, DONE,     DONE
                    CRASH,     IDEMPOTENT, NOT_DONE, RUN
                    CRASH,     PROBEABLE,  DONE,     DONE
                    CRASH,     PROBEABLE,  NOT_DONE, RUN
                    CRASH,     PROBEABLE,  PENDING,  LATER
                    CRASH,     PROBEABLE,  APPEARED, STOP_APPEARED
                    CRASH,     PROBEABLE,  NOT_OURS, STOP_NOT_OURS
                    CRASH,     PROBEABLE,  UNKNOWN,  STOP_UNKNOWN
                    CRASH,     ONE_SHOT,   DONE,     STOP_APPEARED
                    CRASH,     ONE_SHOT,   NOT_DONE, STOP_UNKNOWN
                    ASKED,     PROBEABLE,  DONE,     DONE
                    ASKED,     PROBEABLE,  NOT_DONE, RUN
                    ASKED,     PROBEABLE,  UNKNOWN,  RUN
                    ASKED,     PROBEABLE,  NOT_OURS, STOP_NOT_OURS
                    ASKED,     ONE_SHOT,   UNKNOWN,  RUN
                    ASKED,     ONE_SHOT,   DONE,     STOP_APPEARED
                    WAIT,      READ,       PENDING,  LATER
                    WAIT,      READ,       NOT_DONE, LATER
                    WAIT,      READ,       DONE,     DONE
                    WAIT,      READ,       NOT_OURS, STOP_NOT_OURS
                    """)
    void whatFollows(When when, StepClass stepClass, Verdict found, Then then) {
        assertEquals(then, Verdicts.of(Rig.call(0, stepClass, "make"), when, found));
    }

    @Test
    void whatCarriesNoMarkIsNeverTakenForOurs() {
        for (When when : EnumSet.of(When.DOUBT, When.CRASH, When.ASKED)) {
            Then then =
                    Verdicts.of(
                            Rig.call(0, StepClass.PROBEABLE, "make-unmarked"), when, Verdict.DONE);
            assertEquals(Then.STOP_APPEARED, then, when.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void afterADoubtOnlyWhatMayBeRepeatedRunsAgain(Verdict found) {
        Set<StepClass> once = EnumSet.of(StepClass.PROBEABLE, StepClass.ONE_SHOT);
        for (StepClass stepClass : once) {
            Then then = Verdicts.of(Rig.call(0, stepClass, "make"), When.DOUBT, found);
            assertEquals(false, then == Then.RUN, stepClass + " " + found);
        }
    }
}
