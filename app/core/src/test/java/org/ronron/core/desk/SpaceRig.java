package org.ronron.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.api.Requests;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;

/** What the tests of requests and spaces on the desk share. */
abstract class SpaceRig {
    static final String EMAIL = "ada@asso.test";
    static final Requests.Contact ADA = new Requests.Contact("Ada Lovelace", EMAIL);

    final Rig rig = new Rig();

    SpaceDesk spaces() {
        return rig.desk.spaces();
    }

    RequestRef typed() {
        return rig.done(spaces().write(wish("Les chats", ADA)));
    }

    static HandRequest wish(String organisation, Requests.Contact contact) {
        return new HandRequest(organisation, "to purr", "chats", "collabora", contact);
    }

    List<Request> requests() {
        return rig.desk.state().collective().orElseThrow().requests();
    }

    Request request() {
        return requests().getFirst();
    }

    static AnswerRequest answer(RequestRef ref, AnswerRequest.Answer answer, String text) {
        return new AnswerRequest(ref, "1", "Les chats", answer, text, false);
    }

    static MakeSpace make(RequestRef ref) {
        return new MakeSpace("farm", "chats", "Les chats", Map.of(), Optional.of(ref), "1");
    }

    static Plan plan(String id, Change change, Step... steps) {
        return new Plan(
                id,
                "c",
                List.of(change),
                Map.of(),
                Instant.EPOCH,
                List.of(steps),
                List.of(),
                Plan.CutOff.NOBODY,
                Optional.empty());
    }

    static Plan undoing(Plan plan) {
        return new Plan(
                "~undo",
                plan.collectiveId(),
                plan.changes(),
                plan.origins(),
                plan.basis(),
                plan.computed(),
                plan.steps(),
                plan.forecasts(),
                plan.cutOff(),
                plan.services(),
                Optional.of(plan.id()));
    }

    /** An operation of Dominique's, as far as it is. */
    void operation(Plan plan, OperationView.State state) {
        rig.carrying.operations.removeIf(o -> o.id().equals(plan.id()));
        JournalEvent end =
                new JournalEvent(
                        "e",
                        plan.id(),
                        JournalEvent.WHOLE,
                        JournalEvent.Kind.FINISHED,
                        rig.now.minusSeconds(60).toEpochMilli(),
                        "Dominique",
                        JournalEvent.FORMAT,
                        Json.obj());
        rig.carrying.operations.add(
                new OperationView(
                        plan.id(),
                        plan,
                        "chats",
                        "Dominique",
                        Instant.EPOCH,
                        state,
                        List.of(),
                        Optional.empty(),
                        state == OperationView.State.DONE ? List.of(end) : List.of()));
        rig.carrying.moved.run();
        rig.run();
    }

    /** All that is kept of requests, as text. */
    String kept() {
        StringBuilder all = new StringBuilder();
        for (var collective : rig.workspace.collectives()) {
            all.append(rig.workspace.edits(collective.id(), Edits.REQUEST));
        }
        return all.toString();
    }
}
