package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.RequestFact.State;
import org.ronron.api.RequestFact.Word;
import org.ronron.api.Requests;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.AnswerRequest.Answer;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;

/** Requests that come by mail, by telephone or over a beer. */
final class HandRequestsTest extends SpaceRig {
    @BeforeEach
    void open() {
        rig.connected();
        rig.done(rig.desk.setPreference(Preferences.NAME, "Camille"));
    }

    @Test
    void whatIsTypedInWaitsAmongTheOthers() {
        RequestRef ref = typed();
        assertTrue(ref.byHand());
        assertEquals(ref, request().ref());
        assertEquals("Les chats", request().fact().organisation());
        assertEquals("to purr", request().fact().purpose());
        assertEquals("chats", request().fact().wished());
        assertEquals("collabora", request().fact().office());
        assertEquals(rig.now, request().fact().submitted());
        assertEquals(State.PENDING, request().fact().state());
        assertEquals("history.request.written", rig.history().getFirst());
        rig.restart();
        assertEquals(ref, request().ref());
    }

    @Test
    void itsContactIsReadAndNotShownAmongTheRest() throws Exception {
        RequestRef ref = typed();
        assertEquals(ADA, rig.done(spaces().contact(ref)));
        assertEquals(EMAIL, rig.sessions().live(new LiveValue("email", "", ref.key())));
        assertEquals("Ada Lovelace", rig.sessions().live(new LiveValue("name", "", ref.key())));
        assertFalse(rig.desk.state().toString().contains("asso.test"));
    }

    @Test
    void anOrganisationsNameIsOneLineAndNotEmpty() {
        rig.done(spaces().write(wish("جمعية القطط", ADA)));
        assertEquals("جمعية القطط", request().fact().organisation());
        assertEquals("Les chats", wish(" Les\u0000\tchats\n", ADA).organisation());
        assertEquals(200, wish("a".repeat(10_000), ADA).organisation().length());
        assertEquals(
                CommonError.BAD_SETTING, rig.refused(spaces().write(wish(" \u0000", ADA))).code());
        assertEquals(1, requests().size());
    }

    @Test
    void onAFullDiskNothingIsWritten() {
        rig.workspace.full = true;
        assertEquals(OwnError.DISK_FULL, rig.refused(spaces().write(wish("a", ADA))).code());
        assertEquals(Optional.of(OwnError.DISK_FULL), rig.desk.state().trouble().map(Fault::code));
        rig.workspace.full = false;
        typed();
        assertEquals(Optional.empty(), rig.desk.state().trouble());
        assertEquals(1, requests().size());
    }

    @Test
    void aRefusalIsKeptWithWhoAndWhenAndForgetsWhomToWriteTo() {
        RequestRef ref = typed();
        rig.done(spaces().settle(answer(ref, Answer.REFUSE, "too many")));
        assertEquals(State.REFUSED, request().fact().state());
        assertEquals(
                Optional.of(new Word("Camille", rig.now, "too many")), request().fact().settled());
        assertEquals("history.request.refuse", rig.history().getFirst());
        assertFalse(kept().contains("asso.test"), kept());
        Fault gone = rig.refused(spaces().contact(ref));
        assertEquals(OwnError.CONTACT_GONE, gone.code());
        assertEquals(Map.of("request", ref.key()), gone.details());
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        RequestRef ref = typed();
        rig.done(spaces().settle(answer(ref, Answer.REFUSE, "too many")));
        for (Answer again : List.of(Answer.REFUSE, Answer.ASK, Answer.ASIDE)) {
            Fault fault = rig.refused(spaces().settle(answer(ref, again, "")));
            assertEquals(OwnError.DECIDED, fault.code());
            assertEquals("Camille", fault.details().get("by"));
            assertEquals(rig.now.toString(), fault.details().get("at"));
        }
        rig.done(spaces().settle(answer(ref, Answer.NOTE, "they called")));
        assertEquals("they called", request().fact().notes().getFirst().text());
        assertEquals(State.REFUSED, request().fact().state());
    }

    @Test
    void aQuestionPutsItAsideAndAWordIsAdded() {
        RequestRef ref = typed();
        rig.done(spaces().settle(answer(ref, Answer.NOTE, "nice people")));
        assertEquals(State.PENDING, request().fact().state());
        rig.done(spaces().settle(answer(ref, Answer.ASK, "how many?")));
        assertEquals(State.ASIDE, request().fact().state());
        rig.done(spaces().settle(answer(ref, Answer.ASIDE, "wait for autumn")));
        assertEquals(
                List.of(
                        new Word("Camille", rig.now, "nice people"),
                        new Word("Camille", rig.now, "how many?"),
                        new Word("Camille", rig.now, "wait for autumn")),
                request().fact().notes());
        assertEquals(ADA, rig.done(spaces().contact(ref)));
        rig.done(spaces().settle(answer(ref, Answer.REFUSE, "")));
        assertEquals(State.REFUSED, request().fact().state());
    }

    @Test
    void onlyWhatWasTypedInIsAnsweredWithoutAPlan() {
        RequestRef source = new RequestRef("e1", "r7");
        assertEquals(
                OwnError.INTERNAL,
                rig.refused(spaces().settle(answer(source, Answer.REFUSE, ""))).code());
        Fault fault =
                rig.refused(spaces().settle(answer(new RequestRef("", "x"), Answer.NOTE, "")));
        assertEquals(OwnError.NO_SUCH_SPACE, fault.code());
        assertEquals(Map.of("name", "Les chats"), fault.details());
    }

    @Test
    void whileItsSpaceIsBeingMadeItIsNotDecidedBeside() {
        RequestRef ref = typed();
        Plan plan = plan("~op", make(ref));
        for (OperationView.State state :
                List.of(
                        OperationView.State.RUNNING,
                        OperationView.State.WAITING,
                        OperationView.State.STOPPED)) {
            operation(plan, state);
            Fault busy = rig.refused(spaces().settle(answer(ref, Answer.REFUSE, "")));
            assertEquals(OwnError.BUSY, busy.code());
            assertEquals(OwnError.BUSY, rig.refused(spaces().plan(make(ref))).code());
        }
        assertFalse(rig.carrying.calls.contains("plan space"));
        rig.done(spaces().settle(answer(ref, Answer.NOTE, "soon")));
        operation(plan, OperationView.State.CANCELLED);
        rig.done(spaces().settle(answer(ref, Answer.REFUSE, "")));
        assertEquals(State.REFUSED, request().fact().state());
    }

    @Test
    void onceItsSpaceIsMadeItIsAcceptedByWhoBeganItAndItsContactForgotten() {
        RequestRef ref = typed();
        operation(plan("~op", make(ref)), OperationView.State.RUNNING);
        assertEquals(State.PENDING, request().fact().state());
        operation(plan("~op", make(ref)), OperationView.State.DONE);
        assertEquals(State.ACCEPTED, request().fact().state());
        assertEquals(
                Optional.of(new Word("Dominique", rig.now.minusSeconds(60), "chats")),
                request().fact().settled());
        assertFalse(kept().contains("asso.test"), kept());
    }

    @Test
    void oneThatWasAskedAboutIsDecidedLikeAnyOther() {
        RequestRef ref = typed();
        rig.done(spaces().settle(answer(ref, Answer.ASK, "how many?")));
        operation(plan("~op", make(ref)), OperationView.State.DONE);
        assertEquals(State.ACCEPTED, request().fact().state());
        assertFalse(kept().contains("asso.test"), kept());
    }

    @Test
    void anAnswerThatWasMailedIsTakenDownOnceHoweverOftenItIsLookedAt() {
        RequestRef ref = typed();
        AnswerRequest ask = answer(ref, Answer.ASK, "how many?");
        operation(plan("~ask", ask), OperationView.State.DONE);
        String once = kept();
        assertEquals(State.ASIDE, request().fact().state());
        assertEquals(
                List.of(new Word("Dominique", rig.now.minusSeconds(60), "how many?")),
                request().fact().notes());
        List<String> history = rig.history();
        rig.carrying.moved.run();
        rig.run();
        rig.restart();
        assertEquals(once, kept());
        assertEquals(history, rig.history());
        operation(plan("~no", answer(ref, Answer.REFUSE, "full")), OperationView.State.DONE);
        assertEquals(State.REFUSED, request().fact().state());
        rig.restart();
        assertEquals(State.REFUSED, request().fact().state());
        assertEquals(1, request().fact().notes().size());
    }

    @Test
    void whatWasTakenBackOrConcernsOthersDecidesNothing() {
        RequestRef ref = typed();
        Plan plan = plan("~op", make(ref));
        operation(plan, OperationView.State.CANCELLED);
        operation(undoing(plan), OperationView.State.DONE);
        operation(plan("~other", make(new RequestRef("e1", "r7"))), OperationView.State.DONE);
        operation(plan("~gone", make(new RequestRef("", "gone"))), OperationView.State.DONE);
        assertEquals(State.PENDING, request().fact().state());
        assertEquals(1, requests().size());
        assertEquals(ADA, rig.done(spaces().contact(ref)));
    }

    @Test
    void aContactIsForgottenAfterThirtyDaysWhoeverDecides() {
        RequestRef ref = typed();
        rig.now = rig.now.plus(HandRequests.KEPT);
        rig.restart();
        assertEquals(ADA, rig.done(spaces().contact(ref)));
        rig.now = rig.now.plusMillis(1);
        rig.restart();
        assertEquals(OwnError.CONTACT_GONE, rig.refused(spaces().contact(ref)).code());
        assertFalse(kept().contains("asso.test"), kept());
        assertEquals(State.PENDING, request().fact().state());
        assertEquals("Les chats", request().fact().organisation());
    }

    @Test
    void alsoInAWindowThatIsNeverClosedAndInACollectiveThatIsNotOpen() {
        typed();
        rig.done(rig.desk.create("Theirs", "own"));
        rig.done(spaces().write(wish("Les chiens", new Requests.Contact("Bob", "b@x.test"))));
        rig.now = rig.now.plus(HandRequests.KEPT).plusMillis(1);
        rig.pass(Duration.ofHours(1));
        assertFalse(kept().contains(".test"), kept());
        assertEquals("Les chiens", request().fact().organisation());
        assertEquals(1, requests().size());
    }

    @Test
    void noPlanIsOfferedThatWouldWriteToNobody() {
        RequestRef ref = rig.done(spaces().write(wish("Les chats", new Requests.Contact("", ""))));
        Json.Obj to = Json.obj().with("to", new LiveValue("email", "", ref.key()).json());
        rig.carrying.spaces = (picture, change) -> plan("~op", change, Steps.call("mail.send", to));
        assertEquals(OwnError.CONTACT_GONE, rig.refused(spaces().plan(make(ref))).code());
        rig.carrying.spaces =
                (picture, change) -> plan("~op", change, Steps.call("role.create", Json.obj()));
        assertEquals("~op", rig.done(spaces().plan(make(ref))).id());
    }
}
