package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.MadeSecret;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Edits;
import org.ronron.core.port.Journal;

/** How a space comes to be made. */
final class SpacePlannerTest extends SpaceRig {
    @Test
    void aRequestIsClaimedFirstAndItsPeopleAreWrittenToLast() throws Exception {
        Plan plan = plan(make("chats", REF));
        assertEquals(
                List.of(
                        "request.claim",
                        "role.create",
                        "config.write",
                        "office.set",
                        "app.check",
                        "mail.send"),
                verbs(plan));
        assertEquals(
                List.of(List.of(), List.of(0), List.of(1), List.of(2), List.of(3), List.of(4)),
                needs(plan));
        assertEquals(ID, plan.id());
        assertEquals(List.of(make("chats", REF)), plan.changes());
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
        assertEquals(
                Json.obj()
                        .with("request", "r7")
                        .with("version", "3")
                        .with("mark", MARK)
                        .with("by", "Camille"),
                arguments(plan, "request.claim"));
        assertEquals(
                Json.obj()
                        .with("role", "chats")
                        .with("mark", MARK)
                        .with(
                                "password",
                                MadeSecret.of(ID, "database", MadeSecret.Kind.PASSWORD).json()),
                arguments(plan, "role.create"));
        assertEquals("db.internal:5432", arguments(plan, "config.write").word("at"));
        assertEquals(Optional.of(4_000L), arguments(plan, "config.write").number("bytes"));
        assertEquals(
                Optional.of(new LiveValue("email", "charon", "r7")),
                LiveValue.of(arguments(plan, "mail.send").at("to")));
    }

    @Test
    void eachStepSaysWhatItDoes() throws Exception {
        Plan plan = plan(make("chats", REF));
        Step config = plan.steps().get(2);
        assertEquals(Step.Kind.CALL, config.kind());
        assertEquals("nextcloud", config.type());
        assertEquals("action.config.write", config.text());
        assertEquals(
                Map.of(
                        "name", "chats",
                        "organisation", "Association des chats",
                        "address", "chats.espace.test",
                        "at", "db.internal:5432",
                        "bytes", "4000",
                        "endpoint", "nextcloud"),
                config.values());
        assertEquals("curl config.write", config.exactCall());
        assertEquals(MARK, config.mark());
        assertEquals(Step.Kind.WAIT, plan.steps().get(4).kind());
    }

    @Test
    void onlyWhatIsUsedIsItsBasis() throws Exception {
        assertEquals(
                Map.of(
                        "charon", "print of charon",
                        "postgresql", "print of postgresql",
                        "nextcloud", "print of nextcloud",
                        "mail", "print of mail"),
                plan(make("chats", REF)).basis());
        assertEquals(
                Map.of(
                        "postgresql", "print of postgresql",
                        "nextcloud", "print of nextcloud"),
                plan(make("chats")).basis());
    }

    @Test
    void itsEndWritesDownWhatItMade() throws Exception {
        Journal.ModelEdit edit = plan(make("chats", REF)).edits().getFirst();
        assertEquals("c", edit.collectiveId());
        assertEquals(Edits.SPACE, edit.kind());
        assertEquals("chats", edit.subject());
        assertEquals(
                Json.obj()
                        .with("blueprint", "farm")
                        .with("organisation", "Association des chats")
                        .with("address", "chats.espace.test")
                        .with(
                                "options",
                                Json.obj()
                                        .with("mark", MARK)
                                        .with("office", "one")
                                        .with("on.database", "postgresql")
                                        .with("on.host", "nextcloud")
                                        .with("on.mail", "mail")
                                        .with("on.source", "charon")
                                        .with("quota", "4000"))
                        .with("made", NOW.toEpochMilli()),
                edit.value());
    }

    @Test
    void whereNobodyAskedNobodyIsClaimedNorWrittenTo() throws Exception {
        Plan plan = plan(make("chats"));
        assertEquals(
                List.of("role.create", "config.write", "office.set", "app.check"), verbs(plan));
        assertEquals(List.of(List.of(), List.of(0), List.of(1), List.of(2)), needs(plan));
    }

    @Test
    void aRequestByHandIsNotClaimedButWrittenTo() throws Exception {
        Plan plan = plan(make("chats", BY_HAND));
        assertEquals("role.create", verbs(plan).getFirst());
        assertEquals(
                Optional.of(new LiveValue("email", "", "hand1")),
                LiveValue.of(arguments(plan, "mail.send").at("to")));
    }

    /** What was to come after it comes after what it would have come after. */
    @Test
    void aStepThatIsLeftOutPassesItsNeedsOn() throws Exception {
        MakeSpace plain =
                new MakeSpace(
                        "farm",
                        "chats",
                        "",
                        Map.of("office", "none", "quota", "9000"),
                        Optional.of(REF),
                        "3");
        Plan plan = plan(plain);
        assertEquals(
                List.of("request.claim", "role.create", "config.write", "app.check", "mail.send"),
                verbs(plan));
        assertEquals(List.of(2), plan.steps().get(3).needs());
        assertEquals(Optional.of(9_000L), arguments(plan, "config.write").number("bytes"));
        endpoints.removeIf(e -> e.id().equals("mail"));
        assertEquals("app.check", verbs(plan(plain)).getLast());
    }

    @Test
    void theFirstByNameIsTakenUnlessAnotherIsChosen() throws Exception {
        endpoints.addFirst(endpoint("zz", "postgresql", Map.of()));
        facts.put("zz", Map.of("host", "zz.internal", "port", "1"));
        assertEquals("db.internal:5432", arguments(plan(make("chats")), "config.write").word("at"));
        MakeSpace there =
                new MakeSpace(
                        "farm", "chats", "", Map.of("on.database", "zz"), Optional.empty(), "");
        Plan plan = plan(there);
        assertEquals("zz.internal:1", arguments(plan, "config.write").word("at"));
        assertEquals("zz", plan.edits().getFirst().value().object("options").word("on.database"));
    }

    /** A name of digits, and a mark of digits, stay texts. */
    @Test
    void aSpaceMayBeCalledByAYear() throws Exception {
        assertEquals("2026", arguments(plan(make("2026")), "role.create").word("role"));
    }

    @Test
    void whoHasNoNameIsRonron() throws Exception {
        Plan plan = planner.plan(picture(), make("chats", REF), List.of(farm()), "");
        assertEquals("Ronron", arguments(plan, "request.claim").word("by"));
    }

    /** One maker of spaces: theirs is handed the request, and followed. */
    @Test
    void whereHermesMakesTheSpacesItIsHandedTheRequest() throws Exception {
        endpoints.replaceAll(
                e ->
                        e.id().equals("charon")
                                ? endpoint("charon", "charon", Map.of("maker", "hermes"))
                                : e);
        Plan plan = plan(make("chats", REF));
        assertEquals(List.of("request.hand"), verbs(plan));
        assertEquals(Map.of("charon", "print of charon"), plan.basis());
        assertEquals("role.create", verbs(plan(make("chats"))).getFirst());
    }

    @Test
    void aPlanComesBackAsItWas() throws Exception {
        Plan plan = plan(make("chats", REF));
        String text = JsonText.write(PlanJson.write(plan));
        assertEquals(Optional.of(plan), PlanJson.read(JsonText.readObject(text)));
        assertTrue(text.contains("\"live\""), text);
    }
}
