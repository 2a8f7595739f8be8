package org.ronron.core.engine;

import java.util.List;

/** The moments at which a test may let the engine die. */
final class CrashPoints {
    static final String BEFORE_BEGIN = "engine.before-begin";
    static final String AFTER_BEGIN = "engine.after-begin";
    static final String AFTER_SECRETS = "engine.after-secrets";
    static final String BEFORE_INTENT = "engine.before-intent";
    static final String AFTER_INTENT = "engine.after-intent";
    static final String AFTER_PERFORM = "engine.after-perform";
    static final String AFTER_FAILURE = "engine.after-failure";
    static final String AFTER_PROBE = "engine.after-probe";
    static final String BEFORE_OUTCOME = "engine.before-outcome";
    static final String AFTER_OUTCOME = "engine.after-outcome";
    static final String AFTER_WAITING = "engine.after-waiting";
    static final String AFTER_SAID = "engine.after-said";
    static final String AFTER_STOP = "engine.after-stop";
    static final String AFTER_RESUME = "engine.after-resume";
    static final String BEFORE_FINISH = "engine.before-finish";
    static final String AFTER_FINISH = "engine.after-finish";

    static final List<String> NAMES =
            List.of(
                    BEFORE_BEGIN,
                    AFTER_BEGIN,
                    AFTER_SECRETS,
                    BEFORE_INTENT,
                    AFTER_INTENT,
                    AFTER_PERFORM,
                    AFTER_FAILURE,
                    AFTER_PROBE,
                    BEFORE_OUTCOME,
                    AFTER_OUTCOME,
                    AFTER_WAITING,
                    AFTER_SAID,
                    AFTER_STOP,
                    AFTER_RESUME,
                    BEFORE_FINISH,
                    AFTER_FINISH);

    private CrashPoints() {}
}
