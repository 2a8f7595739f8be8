package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.RequestFact;
import org.ronron.core.plan.AnswerRequest.Answer;

final class AnswersTest extends SpaceRig {
    private static AnswerRequest answer(Answer answer, boolean tell) {
        return new AnswerRequest(REF, "3", "Les chats", answer, "${by}, we are full", tell);
    }

    @Test
    void aRefusalIsKeptThenTold() throws Exception {
        Plan plan = plan(answer(Answer.REFUSE, true));
        assertEquals(List.of("request.refuse", "mail.send"), verbs(plan));
        assertEquals(List.of(List.of(), List.of(0)), needs(plan));
        assertEquals(
                Json.obj()
                        .with("request", "r7")
                        .with("by", "Camille")
                        .with("version", "3")
                        .with("reason", "${by}, we are full")
                        .with("notify", Json.of(false)),
                arguments(plan, "request.refuse"));
        assertEquals("request.refused", arguments(plan, "mail.send").word("template"));
        assertEquals("${by}, we are full", arguments(plan, "mail.send").word("text"));
        assertEquals(
                Optional.of(new LiveValue("name", "charon", "r7")),
                LiveValue.of(arguments(plan, "mail.send").at("person")));
        assertEquals(List.of(), plan.edits());
        assertEquals(Map.of("charon", "print of charon", "mail", "print of mail"), plan.basis());
    }

    @Test
    void withoutMailTheSourceTells() throws Exception {
        endpoints.removeIf(e -> e.id().equals("mail"));
        Plan told = plan(answer(Answer.REFUSE, true));
        assertEquals(List.of("request.refuse"), verbs(told));
        assertEquals(Optional.of(true), arguments(told, "request.refuse").bool("notify"));
        Plan untold = plan(answer(Answer.REFUSE, false));
        assertEquals(Optional.of(false), arguments(untold, "request.refuse").bool("notify"));
    }

    @Test
    void aQuestionIsAskedAndAWordAmongOurselvesIsSentToNobody() throws Exception {
        assertEquals(List.of("request.ask", "mail.send"), verbs(plan(answer(Answer.ASK, true))));
        assertEquals(List.of("request.ask"), verbs(plan(answer(Answer.ASK, false))));
        assertEquals(List.of("request.aside"), verbs(plan(answer(Answer.ASIDE, true))));
        assertEquals(List.of("request.note"), verbs(plan(answer(Answer.NOTE, true))));
        assertEquals(MARK, arguments(plan(answer(Answer.NOTE, true)), "request.note").word("mark"));
    }

    @Test
    void aWordIsAddedToADecidedRequestAsWell() throws Exception {
        requests.set(0, request(REF, RequestFact.State.REFUSED, Optional.empty()));
        assertEquals(List.of("request.note"), verbs(plan(answer(Answer.NOTE, false))));
    }

    @Test
    void aRefusalByHandIsTheMailAlone() throws Exception {
        AnswerRequest refusal =
                new AnswerRequest(BY_HAND, "3", "Les chats", Answer.REFUSE, "full", true);
        Plan plan = plan(refusal);
        assertEquals(List.of("mail.send"), verbs(plan));
        assertEquals(
                Optional.of(new LiveValue("email", "", "hand1")),
                LiveValue.of(arguments(plan, "mail.send").at("to")));
    }
}
