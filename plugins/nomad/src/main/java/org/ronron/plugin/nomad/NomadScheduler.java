package org.ronron.plugin.nomad;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.StepClass;
import org.ronron.api.Wanted;
import org.ronron.layout.work.Evacuation;
import org.ronron.layout.work.EvacuationActions;
import org.ronron.layout.work.EvacuationActions.Found;
import org.ronron.layout.work.Machine;

/**
 * Machines, one by one. A drain carries our mark in its Meta, which Nomad keeps as the node's last
 * drain; whether a machine takes work is a value, and its own proof.
 */
record NomadScheduler(Calls calls) implements EvacuationActions.Scheduler {
    /** Then Nomad stops what is left by force: its own default. */
    private static final Duration DEADLINE = Duration.ofHours(1);

    private static final String MARK = "ronron_op";
    private static final String ALLOCS = "/v1/allocations?namespace=*&task_states=false";

    @Override
    public ActionSpec describe(Action action) {
        String node = action.arguments().word("node");
        String mark = MARK + " = " + action.arguments().word("mark");
        boolean drain = action.verb().equals(Evacuation.DRAIN);
        if (Evacuation.CHANGING.contains(action.verb())) {
            return calls.write().describe(StepClass.IDEMPOTENT, call(action), drain ? mark : "");
        }
        String path =
                switch (action.verb()) {
                    case Evacuation.EMPTY -> Calls.path(ALLOCS, on(node));
                    case Evacuation.ZONE, Evacuation.READY, Evacuation.SEEN -> Calls.NODE + node;
                    default -> throw new IllegalArgumentException(action.verb());
                };
        return calls.read().describe(StepClass.READ, Http.Call.get(path, Calls.PATIENCE), "");
    }

    private static String on(String node) {
        return "NodeID == \"" + node + "\"";
    }

    /** {@code Deadline} is in nanoseconds; a body without {@code DrainSpec} ends a drain. */
    private static Http.Call call(Action action) {
        String path = Calls.NODE + action.arguments().word("node");
        boolean drain = action.verb().equals(Evacuation.DRAIN);
        if (!drain && !action.verb().equals(Evacuation.STOP)) {
            Json.Obj value = Json.obj().with("Eligibility", action.verb().replace("node.", ""));
            return Http.Call.post(path + "/eligibility", value, Calls.PATIENCE);
        }
        Json.Obj spec = Json.obj().with("Deadline", DEADLINE.toNanos());
        Json wanted = drain ? spec.with("IgnoreSystemJobs", Json.of(false)) : Json.Null.NULL;
        Json.Obj body = Json.obj().with("DrainSpec", wanted);
        body = body.with("MarkEligible", Json.of(!drain && Evacuation.wasEligible(action)));
        Json.Obj meta = Json.obj().with(MARK, action.arguments().word("mark"));
        return Http.Call.post(path + "/drain", body.with("Meta", meta), Calls.PATIENCE);
    }

    /** Many refusals are a 500: whether nothing was done, a probe tells. */
    @Override
    public Json.Obj change(Action action) throws ConnectorException {
        Http.Answer answer = calls.write().change(call(action));
        if (answer.status() == 200) {
            return Json.obj().with("index", calls.write().body(answer).at("Index"));
        }
        String said = JsonCalls.message(answer);
        throw answer.status() < 500
                ? calls.read().fault(NomadError.REFUSED, "message", said)
                : calls.read().unknown(NomadError.REFUSED, "message", said);
    }

    @Override
    public Optional<Found> find(String node, String mark) throws ConnectorException {
        return calls.node(node).map(row -> found(row, mark));
    }

    /** Of a forced drain Nomad says at once that it is complete. */
    private static Found found(Json.Obj row, String mark) {
        Json.Obj last = row.object("LastDrain");
        boolean ours = last.object("Meta").word(MARK).equals(mark);
        Machine machine = Machine.of(new Client(row).fact());
        return new Found(machine, ours, last.word("Status").equals("complete"));
    }

    /**
     * By the allocations themselves: a forced drain says {@code complete} while all of them still
     * run (seen with 2.0.5).
     */
    @Override
    public Map<String, Integer> running(String node) throws ConnectorException {
        Map<String, Integer> live = new TreeMap<>();
        for (Json.Obj row : calls.rows(ALLOCS, on(node), Wanted.ALL)) {
            if (Alloc.live(row)) {
                live.merge(row.word("ClientStatus"), 1, Integer::sum);
            }
        }
        return live;
    }
}
