package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Fault;
import org.ronron.api.RequestFact;
import org.ronron.core.model.RequestRef;
import org.ronron.core.port.OwnError;

/** What no plan is made for, and what it says then. */
final class SpaceRefusalsTest extends SpaceRig {
    @Test
    void aTakenName() {
        spaces.add(space("chats", Map.of()));
        Fault fault = refusal(make("chats"));
        assertEquals(OwnError.SPACE_TAKEN, fault.code());
        assertEquals(Map.of("name", "chats"), fault.details());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-chats",
                "chats-",
                "Chats",
                "les chats",
                "chats.",
                "../chats",
                "; rm -rf /",
                "$(reboot)",
                "chats\n",
                "cha\u0000ts",
                "جمعية",
                "été",
                "chats${mark}"
            })
    void whatIsNoName(String name) {
        Fault fault = refusal(make(name));
        assertEquals(OwnError.BAD_NAME, fault.code());
        assertEquals(Map.of("name", name), fault.details());
    }

    @Test
    void aNameThatIsTooLong() throws Exception {
        assertEquals("a".repeat(50), plan(make("a".repeat(50))).edits().getFirst().subject());
        assertEquals(OwnError.BAD_NAME, refusal(make("a".repeat(51))).code());
        Fault fault = refusal(make("a".repeat(10_000)));
        assertEquals(OwnError.BAD_NAME, fault.code());
        assertEquals("a".repeat(60) + "…", fault.details().get("name"));
    }

    @Test
    void anOrganisationIsCalledAsItIsButOnOneLineOfSomeLength() throws Exception {
        assertEquals("جمعية القطط", organisation("جمعية القطط"));
        assertEquals("Les chats", organisation(" Les\u0000\nchats\u2028"));
        assertEquals("a".repeat(199) + "…", organisation("a".repeat(10_000)));
        assertEquals("${name} {\"made\": 1}", organisation("${name} {\"made\": 1}"));
    }

    private String organisation(String organisation) throws Exception {
        MakeSpace make =
                new MakeSpace("farm", "chats", organisation, Map.of(), Optional.of(REF), "3");
        Plan plan = plan(make);
        String said = arguments(plan, "mail.send").word("organisation");
        assertEquals(said, plan.edits().getFirst().value().word("organisation"));
        return said;
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestFact.State.class,
            names = {"CLAIMED", "ACCEPTED", "REFUSED", "WITHDRAWN", "OTHER"})
    void aRequestThatWasDecidedMeanwhile(RequestFact.State state) {
        RequestFact.Word word = new RequestFact.Word("Dominique", NOW.minusSeconds(60), "");
        requests.set(0, request(REF, state, Optional.of(word)));
        for (SpaceChange change : List.of(make("chats", REF), refuse("3"))) {
            Fault fault = refusal(change);
            assertEquals(OwnError.DECIDED, fault.code());
            assertEquals("R-SPC-03", fault.code().id());
            assertEquals(
                    Map.of(
                            "organisation", "Association des chats",
                            "by", "Dominique",
                            "at", "2026-11-23T19:59:00Z"),
                    fault.details());
        }
    }

    private static AnswerRequest refuse(String version) {
        return new AnswerRequest(
                REF, version, "Les chats", AnswerRequest.Answer.REFUSE, "too many", true);
    }

    @Test
    void anotherVersionOfTheRequest() {
        assertEquals(OwnError.DECIDED, refusal(refuse("2")).code());
    }

    @Test
    void aRequestThatWasPutAsideIsStillDecided() throws Exception {
        requests.set(0, request(REF, RequestFact.State.ASIDE, Optional.empty()));
        assertEquals("request.claim", verbs(plan(make("chats", REF))).getFirst());
    }

    @Test
    void aRequestThatIsNotThereAnyMore() {
        requests.clear();
        Fault fault = refusal(make("chats", REF));
        assertEquals(OwnError.NO_SUCH_SPACE, fault.code());
        assertEquals(Map.of("name", "Association des chats"), fault.details());
    }

    @Test
    void aMissingSystem() {
        endpoints.removeIf(e -> e.id().equals("postgresql"));
        Fault fault = refusal(make("chats", REF));
        assertEquals(OwnError.BLUEPRINT_NEEDS, fault.code());
        assertEquals("R-SPC-04", fault.code().id());
        assertEquals(Map.of("blueprint", "farm", "type", "postgresql"), fault.details());
    }

    /** Never another in its place. */
    @Test
    void aChosenSystemThatIsGone() {
        MakeSpace there =
                new MakeSpace(
                        "farm", "chats", "", Map.of("on.database", "gone"), Optional.empty(), "");
        assertEquals(OwnError.BLUEPRINT_NEEDS, refusal(there).code());
    }

    @Test
    void anUnknownBlueprint() {
        MakeSpace castle = new MakeSpace("castle", "chats", "", Map.of(), Optional.empty(), "");
        assertEquals(OwnError.BLUEPRINT_NEEDS, refusal(castle).code());
    }

    @Test
    void whatAConnectorCannotDoIsOurFault() {
        refusedVerbs.add("config.write");
        Fault fault = refusal(make("chats"));
        assertEquals(OwnError.INTERNAL, fault.code());
        assertTrue(fault.details().getOrDefault("what", "").startsWith("config.write"), fault + "");
    }

    @Test
    void aPlaceThatNothingFillsIsOurFault() {
        facts.remove("nextcloud");
        Fault fault = refusal(make("chats"));
        assertEquals(OwnError.INTERNAL, fault.code());
        assertEquals("nothing fills ${host.domain}", fault.details().get("what"));
    }

    @Test
    void aSpaceThatIsNotThere() {
        Fault fault = refusal(new AlterSpace("chats", "farm", "remove", Map.of()));
        assertEquals(OwnError.NO_SUCH_SPACE, fault.code());
        assertEquals(Map.of("name", "chats"), fault.details());
        spaces.add(space("chats", Map.of()));
        assertEquals(
                OwnError.NO_SUCH_SPACE,
                refusal(new AlterSpace("chats", "farm", "paint", Map.of())).code());
    }

    @Test
    void aWordOnARequestByHandTouchesNoSystem() {
        AnswerRequest note =
                new AnswerRequest(
                        new RequestRef("", "hand1"),
                        "3",
                        "Les chats",
                        AnswerRequest.Answer.NOTE,
                        "call them",
                        false);
        assertEquals(OwnError.NO_SUCH_SPACE, refusal(note).code());
    }
}
