package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.RequestFact;
import org.ronron.api.RequestFact.State;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.Workspace;

final class RequestBookTest {
    private static final Workspace.EndpointRow SOURCE =
            new Workspace.EndpointRow("e1", "c", "charon", "Charon", Map.of(), Map.of(), 0);

    private static RequestFact fact(String key, State state, int days) {
        return new RequestFact(
                key,
                "3",
                state,
                "",
                Facts.NOW.minusSeconds(86_400L * days),
                "Les chats",
                "association",
                "pets",
                OptionalInt.of(2),
                OptionalLong.of(1_200),
                "to purr together",
                "chats",
                "collabora",
                OptionalInt.of(15),
                Optional.of(new RequestFact.Word("Dominique", Facts.NOW, "mine")),
                List.of(new RequestFact.Word("Camille", Facts.NOW, "nice people")));
    }

    private static Heard heard(RequestFact... facts) {
        Observation said =
                new Observation(
                                Facts.NOW, "1", "f", List.of(), List.of(), List.of(), List.of(),
                                List.of())
                        .withRequests(List.of(facts));
        return new Heard(SOURCE, Optional.of(said), Optional.empty(), Optional.of(Facts.NOW));
    }

    private static List<String> keys(List<Request> requests) {
        return requests.stream().map(r -> r.ref().key()).toList();
    }

    @Test
    void whatWaitsComesFirstTheOldestFirstThenTheRestTheNewestFirst() {
        Json.Obj byHand = RequestBook.write(fact("hand", State.ASIDE, 2));
        List<Request> requests =
                RequestBook.requests(
                        List.of(
                                heard(
                                        fact("refused", State.REFUSED, 9),
                                        fact("new", State.PENDING, 1),
                                        fact("accepted", State.ACCEPTED, 8),
                                        fact("claimed", State.CLAIMED, 3),
                                        fact("odd", State.OTHER, 10),
                                        fact("old", State.PENDING, 4)),
                                Heard.nothing(SOURCE)),
                        Facts.edits(Edits.REQUEST, "hand", byHand));
        assertEquals(
                List.of("old", "claimed", "hand", "new", "accepted", "refused", "odd"),
                keys(requests));
        assertEquals(new RequestRef("e1", "old"), requests.getFirst().ref());
        assertEquals("Charon", requests.getFirst().source());
        assertTrue(requests.get(2).ref().byHand());
        assertEquals("", requests.get(2).source());
    }

    @Test
    void whatIsGoneIsLeftOut() {
        Json.Obj gone =
                RequestBook.write(fact("hand", State.PENDING, 2)).with("gone", Json.of(true));
        Edits edits = Facts.edits(Edits.REQUEST, "hand", gone);
        assertEquals(List.of(), RequestBook.requests(List.of(), edits));
    }

    @Test
    void aRequestByHandComesBackAsItWas() throws Exception {
        RequestFact fact = fact("hand", State.PENDING, 2);
        String kept = JsonText.write(RequestBook.write(fact));
        Edits edits = Facts.edits(Edits.REQUEST, "hand", JsonText.readObject(kept));
        assertEquals(fact, RequestBook.requests(List.of(), edits).getFirst().fact());
    }

    @Test
    void whatALaterVersionWroteIsStillRead() {
        Json.Obj later =
                Json.obj()
                        .with("state", "DREAMT")
                        .with("employees", 99_999_999_999L)
                        .with("submitted", "yesterday");
        Edits edits = Facts.edits(Edits.REQUEST, "hand", later);
        RequestFact fact = RequestBook.requests(List.of(), edits).getFirst().fact();
        assertEquals(State.OTHER, fact.state());
        assertEquals(OptionalInt.empty(), fact.employees());
        assertFalse(fact.waits());
    }

    @Test
    void onceDecidedItsContactIsForgotten() {
        Json.Obj kept =
                RequestBook.write(fact("hand", State.PENDING, 2))
                        .with("contact", Json.obj().with("email", "ada@asso.test"));
        Json.Obj settled =
                RequestBook.settled(kept, State.REFUSED, "Camille", Facts.NOW, "too many");
        assertFalse(JsonText.write(settled).contains("ada@asso.test"));
        RequestFact fact =
                RequestBook.requests(List.of(), Facts.edits(Edits.REQUEST, "hand", settled))
                        .getFirst()
                        .fact();
        assertEquals(State.REFUSED, fact.state());
        assertEquals(
                Optional.of(new RequestFact.Word("Camille", Facts.NOW, "too many")),
                fact.settled());
    }
}
