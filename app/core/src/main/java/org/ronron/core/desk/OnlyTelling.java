package org.ronron.core.desk;

import java.util.List;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Progress;
import org.ronron.api.Session;

/**
 * What a connection that may tell, and nothing else, is lent: of all that its session could do only
 * {@code notice.send} is left.
 *
 * @param actions the session's own
 */
record OnlyTelling(Actions actions) implements Actions {
    /** A session of this one's only verb; closing it closes the other. */
    static Session of(Session whole) {
        List<OnlyTelling> only =
                whole.capability(Actions.class).map(OnlyTelling::new).stream().toList();
        return new Session() {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                return only.stream().filter(type::isInstance).map(type::cast).findFirst();
            }

            @Override
            public void close() {
                whole.close();
            }
        };
    }

    @Override
    public ActionSpec describe(Action action) {
        return actions.describe(action);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        if (!action.verb().equals(Notices.SEND)) {
            throw new ConnectorException(
                    Fault.of(CommonError.READ_ONLY, "", "call", action.verb()));
        }
        return actions.perform(action, progress);
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        return actions.probe(action);
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
