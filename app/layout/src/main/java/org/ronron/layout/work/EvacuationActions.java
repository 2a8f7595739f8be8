package org.ronron.layout.work;

import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Progress;

/** The verbs of {@link Evacuation} on one system. */
public record EvacuationActions(Host host, Scheduler scheduler) implements Actions {
    /** What a system can tell and do of its machines. */
    public interface Scheduler {
        /**
         * As {@link Actions#describe}.
         *
         * @throws IllegalArgumentException for a verb that is not of {@link Evacuation}
         */
        ActionSpec describe(Action action);

        /** Does one of {@link Evacuation#CHANGING}, once. */
        Json.Obj change(Action action) throws ConnectorException;

        /**
         * A machine as it is now; empty when the system does not know it.
         *
         * @param mark of an action
         */
        Optional<Found> find(String node, String mark) throws ConnectorException;

        /** How many instances are on it that keep it from being empty, by their state. */
        Map<String, Integer> running(String node) throws ConnectorException;
    }

    /**
     * What was found.
     *
     * @param ours whether its last drain carries the mark
     * @param ended whether that drain came to its end
     */
    public record Found(Machine machine, boolean ours, boolean ended) {}

    @Override
    public ActionSpec describe(Action action) {
        return scheduler.describe(action);
    }

    private Optional<Found> find(Action action) throws ConnectorException {
        Json.Obj arguments = action.arguments();
        return scheduler.find(arguments.word("node"), arguments.word("mark"));
    }

    /**
     * Reads right before: what somebody else empties is left to them. Where nothing may be written
     * the host says so, whatever the machine is like.
     */
    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        if (!Evacuation.CHANGING.contains(action.verb())) {
            return Json.obj().with("found", probe(action).found());
        }
        if (host.writable()) {
            Evacuation.checked(host, action, find(action));
        }
        return scheduler.change(action);
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        if (action.verb().equals(Evacuation.EMPTY)) {
            Map<String, Integer> left = scheduler.running(action.arguments().word("node"));
            Verdict verdict = left.isEmpty() ? Verdict.DONE : Verdict.PENDING;
            return host.evidence(verdict, left.isEmpty() ? "0" : left.toString());
        }
        Optional<Found> found = find(action);
        String shown = found.map(f -> f.machine().shown()).orElse("–");
        return host.evidence(Evacuation.verdict(action, found), shown);
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Evacuation.inverse(action);
    }
}
