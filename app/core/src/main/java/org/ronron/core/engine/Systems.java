package org.ronron.core.engine;

import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** Calls on systems, whose every failure is an answer. */
final class Systems {
    /** What came of a call. */
    sealed interface Answer<T> {
        record Good<T>(T value) implements Answer<T> {}

        record Bad<T>(Fault fault) implements Answer<T> {}
    }

    private interface Call<T> {
        T on(Actions actions) throws ConnectorException;
    }

    private final Sessions sessions;

    Systems(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Looks at what is there of a step's action. Never writes. */
    Answer<Evidence> probe(Step step, Optional<Evidence> before) {
        Action action = step.action().orElseThrow();
        return call(step, false, actions -> actions.probe(action, before));
    }

    /** Reads what a step needs and is kept nowhere. Nothing has been changed when it fails. */
    Answer<LiveArguments> live(Step step) {
        try {
            return new Answer.Good<>(LiveArguments.of(step.action().orElseThrow(), sessions));
        } catch (RefusedException unread) {
            return new Answer.Bad<>(unread.fault().withEffect(Effect.NONE));
        } catch (RuntimeException broken) {
            // Its words may hold what was read.
            String what = broken.getClass().getSimpleName();
            return new Answer.Bad<>(internal(step, what).withEffect(Effect.NONE));
        }
    }

    /** Does a step's action, once, with what was read for it. */
    Answer<Json.Obj> perform(Step step, LiveArguments live, Progress progress) {
        boolean writes = step.stepClass() != StepClass.READ;
        return live.hidden(call(step, writes, actions -> actions.perform(live.action(), progress)));
    }

    /** As {@link #probe}, right after the call, without what was read for it. */
    Answer<Evidence> probe(Step step, LiveArguments live) {
        return switch (probe(step, Optional.empty())) {
            case Answer.Good<Evidence>(Evidence seen) -> new Answer.Good<>(live.hidden(seen));
            case Answer.Bad<Evidence>(Fault fault) -> new Answer.Bad<>(live.hidden(fault));
        };
    }

    /** The action that would mend what a step stopped with. */
    Answer<Optional<Step>> remedy(Step step, Fault fault) {
        return call(
                step,
                false,
                actions ->
                        actions.remedy(step.action().orElseThrow(), fault)
                                .map(back -> Undoing.step(step, back, actions.describe(back))));
    }

    /** Why a step may not write now; empty when it may. */
    Optional<Fault> barred(Step step) {
        return call(step, true, actions -> step) instanceof Answer.Bad<Step>(Fault fault)
                ? Optional.of(fault)
                : Optional.empty();
    }

    /** The action that undoes a step's. */
    Answer<Optional<Step>> inverse(Step step) {
        return call(
                step,
                false,
                actions ->
                        actions.inverse(step.action().orElseThrow())
                                .map(back -> Undoing.step(step, back, actions.describe(back))));
    }

    /** A connector that breaks in the middle of a call has done we know not what. */
    private <T> Answer<T> call(Step step, boolean writes, Call<T> call) {
        String endpoint = step.action().orElseThrow().endpointId();
        boolean entered = false;
        try (Session session = writes ? writing(step, endpoint) : sessions.reading(endpoint)) {
            Optional<Actions> actions = session.capability(Actions.class);
            if (actions.isEmpty()) {
                return new Answer.Bad<>(internal(step, "this system offers no actions"));
            }
            entered = true;
            return new Answer.Good<>(call.on(actions.get()));
        } catch (RefusedException refused) {
            return new Answer.Bad<>(refused.fault());
        } catch (ConnectorException failed) {
            return new Answer.Bad<>(failed.fault());
        } catch (RuntimeException broken) {
            Fault fault = internal(step, broken.toString());
            return new Answer.Bad<>(fault.withEffect(entered ? Effect.UNKNOWN : Effect.NONE));
        }
    }

    private Session writing(Step step, String endpoint) throws RefusedException {
        boolean tells = step.action().orElseThrow().verb().equals(Notices.SEND);
        return tells ? sessions.telling(endpoint) : sessions.writing(endpoint);
    }

    private static Fault internal(Step step, String what) {
        return Fault.of(OwnError.INTERNAL, step.on(), "what", what);
    }
}
