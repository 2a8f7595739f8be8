package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.ui.window.RequestsRig.disabled;
import static org.ronron.ui.window.RequestsRig.opened;
import static org.ronron.ui.window.RequestsRig.press;
import static org.ronron.ui.window.RequestsRig.state;
import static org.ronron.ui.window.RequestsRig.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.api.RequestFact.State;
import org.ronron.api.RequestFact.Word;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.OwnError;

/** The answers to a request, in the real window. */
class RequestAnswersTest {
    @Test
    void aNameIsCheckedAsItIsTyped() {
        try (WindowRig rig = opened(ExampleRequests.vallon())) {
            assertTrue(rig.texts("decide-name-state").contains("proche de amap-valon"));
            type(rig, "decide-name", "vallon");
            assertTrue(rig.texts("decide-name-state").contains("libre"));
            assertFalse(disabled(rig, "decide-accept"));
            type(rig, "decide-name", "amap-valon");
            assertTrue(rig.texts("decide-name-state").contains("déjà pris"));
            assertTrue(disabled(rig, "decide-accept"));
            for (String bad : List.of("; rm -rf /", "Vallon", "", "x".repeat(10_000))) {
                type(rig, "decide-name", bad);
                assertTrue(disabled(rig, "decide-accept"), bad);
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void acceptedLeadsToTheReviewOfItsPlan() {
        try (WindowRig rig = opened(ExampleRequests.vallon())) {
            String decide = rig.texts("request-decide");
            assertTrue(decide.contains("Ce qui sera fait : 15 étapes"), decide);
            assertTrue(decide.contains("Il reste de la place pour 312 espaces"), decide);
            ComboBox<String> office = (ComboBox<String>) rig.find("decide-office");
            Fx.run(() -> office.setValue("none"));
            rig.settle();
            decide = rig.texts("request-decide");
            assertTrue(decide.contains("Ce qui sera fait : 14 étapes"), decide);
            type(rig, "decide-name", "vallon");
            press(rig, "decide-accept");
            MakeSpace made = (MakeSpace) rig.desk.spaces.planned.getFirst();
            assertEquals("vallon", made.name());
            assertEquals("nextcloud-farm", made.blueprint());
            assertEquals("3", made.version());
            assertEquals(Optional.of(ExampleRequests.vallon().ref()), made.request());
            assertEquals(Map.of("quota", "42949672960", "office", "none"), made.options());
            assertTrue(rig.texts().contains("Relire : créer l’espace vallon"), rig.texts());
        }
    }

    @Test
    void whatIsTypedStaysWhileOtherThingsAreHeard() {
        try (WindowRig rig = opened(ExampleRequests.vallon())) {
            type(rig, "decide-name", "le-vallon");
            rig.desk.show(
                    state(
                            ExampleRequests.farm(
                                    ExampleRequests.vallon(), ExampleRequests.pirouette())));
            rig.settle();
            TextInputControl name = (TextInputControl) rig.find("decide-name");
            assertEquals("le-vallon", Fx.on(name::getText));
        }
    }

    @Test
    void refusingNeedsAReasonAndWritesToTheOrganisation() {
        try (WindowRig rig = opened(ExampleRequests.vallon())) {
            press(rig, "decide-refuse");
            assertTrue(disabled(rig, "answer-go"));
            type(rig, "answer-text", "   ");
            assertTrue(disabled(rig, "answer-go"));
            type(rig, "answer-text", " Pas assez de place cette année. ");
            CheckBox tell = (CheckBox) rig.find("answer-tell");
            assertTrue(Fx.on(tell::isSelected));
            rig.desk.spaces.refusal =
                    Optional.of(
                            Fault.of(
                                    OwnError.DECIDED,
                                    "",
                                    "organisation",
                                    "AMAP du Vallon",
                                    "by",
                                    "Sam",
                                    "at",
                                    "2026-11-23T20:00:00Z"));
            press(rig, "answer-go");
            assertTrue(rig.texts("answer-problem").contains("Sam"), rig.texts("answer-card"));
            press(rig, "answer-go");
            AnswerRequest answer = (AnswerRequest) rig.desk.spaces.planned.getLast();
            assertEquals(AnswerRequest.Answer.REFUSE, answer.answer());
            assertEquals("Pas assez de place cette année.", answer.text());
            assertTrue(answer.tell());
            assertFalse(rig.shows("answer-card"));
            assertTrue(rig.texts().contains("refuser la demande de AMAP du Vallon"), rig.texts());
        }
    }

    @Test
    void aDetailIsAskedForAndARequestIsPutAside() {
        try (WindowRig rig = opened(ExampleRequests.vallon())) {
            press(rig, "decide-ask");
            type(rig, "answer-text", "Combien de comptes ?");
            press(rig, "answer-go");
            press(rig, "rail-requests");
            press(rig, "decide-aside");
            type(rig, "answer-text", "À voir lundi.");
            press(rig, "answer-go");
            List<SpaceChange> planned = rig.desk.spaces.planned;
            assertEquals(
                    List.of("ASK true", "ASIDE false"),
                    planned.stream()
                            .map(AnswerRequest.class::cast)
                            .map(a -> a.answer() + " " + a.tell())
                            .toList());
        }
    }

    @Test
    void oneThatAColleagueTookUpSaysWhoAndWhenAndOffersNothing() {
        try (WindowRig rig = opened(ExampleRequests.pirouette())) {
            assertTrue(rig.shows("decide-accept"));
            rig.desk.show(state(ExampleRequests.farm(ExampleRequests.claimed())));
            rig.awaitGone("decide-accept");
            String decide = rig.texts("request-decide");
            assertTrue(decide.contains("prise en charge"), decide);
            assertTrue(decide.contains("par Sam, il y a 4 min"), decide);
            for (String gone : List.of("decide-ask", "decide-aside", "decide-refuse")) {
                assertFalse(rig.shows(gone), gone);
            }
            Request accepted =
                    ExampleRequests.settled(
                            ExampleRequests.pirouette(),
                            State.ACCEPTED,
                            new Word("Lou", ExampleRequests.NOW.minus(Duration.ofHours(2)), "ok"));
            rig.desk.show(state(ExampleRequests.farm(accepted)));
            rig.awaitText("par Lou, il y a 2 h");
            assertFalse(rig.shows("decide-accept"));
        }
    }

    @Test
    void aRequestByHandIsSettledWithoutALetter() {
        List<EndpointView> none = List.of();
        Collective bare = ExampleRequests.farm(none, List.of(ExampleRequests.byHand()));
        try (WindowRig rig = opened(bare)) {
            String decide = rig.texts("request-decide");
            assertTrue(decide.contains("Aucun espace ne peut être fait"), decide);
            assertTrue(
                    decide.contains(
                            "Espace Nextcloud : il manque Postgresql, Minio, Nextcloud, Haproxy"),
                    decide);
            press(rig, "decide-refuse");
            assertTrue(rig.texts("answer-card").contains("écrivez vous-même"));
            type(rig, "answer-text", "Trop loin.");
            press(rig, "answer-go");
            assertEquals("Trop loin.", rig.desk.spaces.settled.getFirst().text());
            assertFalse(rig.desk.spaces.settled.getFirst().tell());
            assertEquals(List.of(), rig.desk.spaces.planned);
            press(rig, "decide-add");
            assertTrue(rig.shows("connections-add"));
        }
    }

    @Test
    void whoAsksForMoreRoomIsGivenItWhereTheyAre() {
        Request more = ExampleRequests.byHand(State.PENDING, "Café répare-tout", "cafe-repare");
        try (WindowRig rig = opened(more)) {
            assertTrue(rig.texts("decide-name-state").contains("déjà pris"));
            press(rig, "decide-more");
            AlterSpace altered = (AlterSpace) rig.desk.spaces.planned.getFirst();
            assertEquals("cafe-repare", altered.name());
            assertEquals("quota", altered.section());
            assertEquals(Map.of("quota", "42949672960"), altered.options());
            assertEquals(Optional.of(more.ref()), altered.request());
        }
    }

    @Test
    void whereAnotherProgramMakesTheSpacesItIsSaid() {
        Collective hermes =
                ExampleRequests.farm(
                        ExampleRequests.connections("hermes"), List.of(ExampleRequests.vallon()));
        try (WindowRig rig = opened(hermes)) {
            assertTrue(rig.texts("decide-daemon").contains("Hermès fera cet espace"));
            String decide = rig.texts("request-decide");
            assertTrue(decide.contains("Ce qui sera fait : 4 étapes"), decide);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void ofSeveralConnectionsOneIsChosen() {
        List<EndpointView> two = new ArrayList<>(ExampleRequests.connections("ronron"));
        two.add(ExampleRequests.connection("nextcloud", "web-2", Map.of()));
        Collective farm = ExampleRequests.farm(two, List.of(ExampleRequests.pirouette()));
        try (WindowRig rig = opened(farm)) {
            ComboBox<String> host = (ComboBox<String>) rig.find("decide-on-host");
            Fx.run(() -> host.setValue("endpoint-web-2"));
            press(rig, "decide-accept");
            MakeSpace made = (MakeSpace) rig.desk.spaces.planned.getFirst();
            assertEquals("endpoint-web-2", made.options().get("on.host"));
        }
    }
}
