package org.ronron.core.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Session;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * The plan of one notice: one step, which depends on nothing that was observed. The plan's id is
 * the notice's, and its mark. Any thread; sends no byte.
 */
public final class TellPlanner {
    private final Sessions sessions;
    private final Ids ids;
    private final InstantSource clock;

    public TellPlanner(Sessions sessions, Ids ids, InstantSource clock) {
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws RefusedException when the connection is gone, or its system tells nobody
     */
    public Plan plan(Collective now, Tell tell) throws RefusedException {
        EndpointView endpoint =
                now.endpoint(tell.endpointId()).orElseThrow(() -> refused("no such connection"));
        String id = ids.next();
        Json.Obj arguments =
                Json.obj()
                        .with("id", id)
                        .with("title", tell.title())
                        .with("text", tell.text())
                        .with("priority", tell.priority());
        Action action = new Action(endpoint.id(), Notices.SEND, arguments);
        Map<String, String> values =
                Map.of("endpoint", endpoint.name(), "title", tell.title(), "text", tell.text());
        ActionSpec spec = describe(endpoint, action);
        Step step =
                new Step(
                        0,
                        List.of(),
                        Step.Kind.CALL,
                        spec.stepClass(),
                        endpoint.type(),
                        "action." + Notices.SEND,
                        values,
                        endpoint.name(),
                        Optional.of(action),
                        spec.exactCall(),
                        spec.mark(),
                        spec.deadline(),
                        "");
        return new Plan(
                id,
                now.id(),
                List.of(tell),
                Map.of(),
                clock.instant(),
                List.of(step),
                List.of(),
                Plan.CutOff.NOBODY,
                Optional.empty());
    }

    private ActionSpec describe(EndpointView endpoint, Action action) throws RefusedException {
        try (Session session = sessions.reading(endpoint.id())) {
            return session.capability(Actions.class)
                    .orElseThrow(() -> refused(endpoint.type() + " acts not"))
                    .describe(action);
        } catch (IllegalArgumentException unknown) {
            throw refused(endpoint.type() + " tells nobody");
        }
    }

    private static RefusedException refused(String what) {
        return Wish.refused(OwnError.INTERNAL, "what", what);
    }
}
