package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.LiveValue;
import org.ronron.api.RequestFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AnswerRequest.Answer;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Workspace;

/** What systems tell of spaces and requests, on the desk. */
final class SpaceDeskTest extends SpaceRig {
    private Workspace.EndpointRow source =
            new Workspace.EndpointRow("", "", "", "", Map.of(), Map.of(), 0);

    @BeforeEach
    void open() {
        source = rig.connected();
    }

    private static RequestFact request(String key, RequestFact.State state) {
        return new RequestFact(
                key,
                "1",
                state,
                "",
                Instant.EPOCH,
                "Les chats",
                "",
                "",
                OptionalInt.empty(),
                OptionalLong.empty(),
                "",
                "chats",
                "",
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
    }

    private void tells(RequestFact.State state) {
        rig.system.answers.put(
                "u1", () -> rig.said("f1").withRequests(List.of(request("r7", state))));
    }

    @Test
    void partsAndRequestsOfSystemsAreInThePictureAfterARestartAsWell() {
        LinkFact database = LinkFact.of(Kind.DATABASE, "chats", "chats", Health.FINE);
        rig.system.answers.put(
                "u1",
                () ->
                        rig.said("f1")
                                .withLinks(List.of(database))
                                .withRequests(List.of(request("r7", RequestFact.State.PENDING))));
        rig.done(rig.desk.refresh());
        Space.Link link = new Space.Link(source.id(), "garage", "fake", database);
        assertEquals(List.of(link), collective().space("chats").orElseThrow().links());
        assertEquals(new RequestRef(source.id(), "r7"), request().ref());
        rig.restart();
        assertEquals(List.of(link), collective().space("chats").orElseThrow().links());
        assertEquals("garage", request().source());
    }

    private Collective collective() {
        return rig.desk.state().collective().orElseThrow();
    }

    @Test
    void theSourceIsAskedAgainBeforeAPlanIsMade() {
        tells(RequestFact.State.PENDING);
        rig.done(rig.desk.refresh());
        tells(RequestFact.State.REFUSED);
        int asked = rig.system.asked.get();
        rig.carrying.spaces = (picture, change) -> plan("~op", change);
        RequestRef ref = new RequestRef(source.id(), "r7");
        rig.done(spaces().plan(make(ref)));
        rig.done(spaces().plan(answer(ref, Answer.ASK, "?")));
        assertEquals(asked + 2, rig.system.asked.get());
        rig.carrying.pictures.forEach(
                picture ->
                        assertEquals(
                                RequestFact.State.REFUSED,
                                picture.request(ref).orElseThrow().fact().state()));
    }

    /** What it said before stands, with its age; the gate asks again before anything is begun. */
    @Test
    void aSourceThatIsSilentHindersNoPlan() {
        tells(RequestFact.State.PENDING);
        rig.done(rig.desk.refresh());
        rig.system.answers.clear();
        rig.carrying.spaces = (picture, change) -> plan("~op", change);
        assertEquals("~op", rig.done(spaces().plan(make(new RequestRef(source.id(), "r7")))).id());
    }

    @Test
    void whatThePlannerRefusesIsRefused() {
        assertEquals(
                OwnError.INTERNAL,
                rig.refused(spaces().plan(make(new RequestRef(source.id(), "r7")))).code());
    }

    @Test
    void aContactIsReadFromItsSourceAndKeptNowhere() throws Exception {
        rig.system.contacts.put("r7", ADA);
        assertEquals(ADA, rig.done(spaces().contact(new RequestRef(source.id(), "r7"))));
        assertEquals(EMAIL, rig.sessions().live(new LiveValue("email", source.id(), "r7")));
        assertFalse(rig.desk.state().toString().contains("asso.test"));
        assertFalse(kept().contains("asso.test"));
        assertEquals(
                CommonError.CUT,
                rig.refused(spaces().contact(new RequestRef(source.id(), "r8"))).code());
    }

    @Test
    void aConnectionThatIsNoSourceHasNoContacts() {
        assertEquals(
                OwnError.CONTACT_GONE,
                rig.refused(spaces().contact(new RequestRef(source.id(), "r7"))).code());
    }

    @Test
    void aCloseLookJoinsAllSystemsAndTellsThoseThatCouldNotBeAsked() {
        LinkFact bucket = LinkFact.of(Kind.BUCKET, "chats", "chats.b", Health.FINE);
        LinkFact app = LinkFact.of(Kind.APP, "chats", "chats", Health.ATTENTION);
        rig.system.looks.put("u1", space -> List.of(bucket));
        rig.system.looks.put("u2", space -> space.equals("chats") ? List.of(app) : List.of());
        rig.system.looks.put(
                "u3",
                space -> {
                    throw new ConnectorException(Fault.of(CommonError.TIMEOUT, "third"));
                });
        rig.system.looks.put(
                "u4",
                space -> {
                    throw new IllegalStateException("broken");
                });
        Workspace.EndpointRow second = rig.add("second", "u2");
        rig.add("third", "u3");
        rig.add("fourth", "u4");
        rig.add("fifth", "u5");
        SpaceDesk.Look look = rig.done(spaces().look("chats"));
        assertEquals(
                List.of(
                        new Space.Link(second.id(), "second", "fake", app),
                        new Space.Link(source.id(), "garage", "fake", bucket)),
                look.links());
        assertEquals(
                List.of("third", "fourth"), look.faults().stream().map(Fault::endpoint).toList());
        assertEquals(
                List.of(CommonError.TIMEOUT, OwnError.INTERNAL),
                look.faults().stream().map(Fault::code).toList());
        assertEquals(1, rig.done(spaces().look("chiens")).links().size());
    }

    @Test
    void systemsThatHoldNoSpacesAreNotOpened() {
        SpaceDesk.Look look = rig.done(spaces().look("chats"));
        assertEquals(List.of(), look.links());
        assertEquals(List.of(), look.faults());
        assertEquals(List.of(), spaces().blueprints());
    }
}
