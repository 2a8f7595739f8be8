package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.core.model.Space;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;

final class AlterSpaceTest extends SpaceRig {
    private static final Map<String, String> OPTIONS =
            Map.of("quota", "4000", "office", "one", "mark", "9f8e7d", "on.host", "nextcloud");

    private static AlterSpace quota(String bytes) {
        return new AlterSpace("chats", "farm", "quota", Map.of("quota", bytes));
    }

    private static AlterSpace remove() {
        return new AlterSpace("chats", "farm", "remove", Map.of());
    }

    private static Space.Link bucket(String key) {
        return link(
                "minio",
                "minio",
                LinkFact.of(LinkFact.Kind.BUCKET, "chats", key, LinkFact.Health.FINE));
    }

    @Test
    void aQuotaKnowsWhatItWas() throws Exception {
        spaces.add(space("chats", OPTIONS));
        Plan plan = plan(quota("9000"));
        assertEquals(
                Json.obj().with("name", "chats").with("bytes", 9_000).with("before", 4_000),
                arguments(plan, "quota.set"));
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
        Json.Obj value = plan.edits().getFirst().value();
        assertEquals("9000", value.object("options").word("quota"));
        assertEquals("9f8e7d", value.object("options").word("mark"));
        assertEquals(Optional.of(NOW.toEpochMilli()), value.number("made"));
        assertEquals("Association des chats", value.word("organisation"));
        assertEquals(Map.of("nextcloud", "print of nextcloud"), plan.basis());
    }

    /** A preset is no fact of a space that others made: nothing is taken back to it. */
    @Test
    void whatAForeignSpaceHadIsNotGuessed() throws Exception {
        spaces.add(space("chats", Map.of()));
        Plan plan = plan(quota("9000"));
        assertEquals(
                Json.obj().with("name", "chats").with("bytes", 9_000),
                arguments(plan, "quota.set"));
        assertEquals(
                Json.obj().with("quota", "9000"),
                plan.edits().getFirst().value().object("options"));
    }

    @Test
    void aRemovalShowsTheMarkThatItWasMadeWith() throws Exception {
        spaces.add(space("chats", OPTIONS, bucket("chats.000000")));
        Plan plan = plan(remove());
        assertEquals("9f8e7d", arguments(plan, "role.remove").word("mark"));
        assertEquals(Plan.CutOff.SPACE, plan.cutOff());
        Journal.ModelEdit gone = plan.edits().getFirst();
        assertEquals(Json.obj().with("gone", Json.of(true)), gone.value());
    }

    @Test
    void withoutARecordTheMarkIsReadFromItsBucket() throws Exception {
        spaces.add(space("chats", Map.of(), bucket("chats.1a2b3c")));
        assertEquals("1a2b3c", arguments(plan(remove()), "role.remove").word("mark"));
        spaces.set(0, space("chats", Map.of(), bucket("chats")));
        assertEquals("", arguments(plan(remove()), "role.remove").word("mark"));
    }

    @Test
    void itIsChangedWhereItIsNotWhereAnotherWouldBeMade() throws Exception {
        endpoints.add(endpoint("zz", "nextcloud", Map.of()));
        facts.put("zz", Map.of("domain", "zz.test"));
        LinkFact app = LinkFact.of(LinkFact.Kind.APP, "chats", "chats", LinkFact.Health.FINE);
        spaces.add(space("chats", Map.of(), link("zz", "nextcloud", app)));
        assertEquals(Map.of("zz", "print of zz"), plan(quota("9000")).basis());
    }

    @Test
    void whereItsHostIsGoneNoOtherIsTaken() {
        spaces.add(space("chats", OPTIONS));
        endpoints.replaceAll(
                e -> e.id().equals("nextcloud") ? endpoint("new", "nextcloud", Map.of()) : e);
        assertEquals(OwnError.BLUEPRINT_NEEDS, refusal(remove()).code());
    }

    /** What a system says of a part never stands for what a connection says of itself. */
    @Test
    void factsOfAConnectionAreItsOwn() throws Exception {
        LinkFact app =
                LinkFact.of(
                        LinkFact.Kind.DATABASE,
                        "chats",
                        "chats",
                        LinkFact.Health.FINE,
                        "host",
                        "evil.test");
        spaces.add(space("chats", OPTIONS, link("postgresql", "postgresql", app)));
        Blueprint asks =
                read(
                        farm(
                                "\"before\": \"${was.quota}\"",
                                "\"host\": \"${database.host}\", \"key\": \"${key.database}\""));
        Plan plan = planner.plan(picture(), quota("9000"), List.of(asks), "Camille");
        assertEquals("db.internal", arguments(plan, "quota.set").word("host"));
        assertEquals("chats", arguments(plan, "quota.set").word("key"));
    }
}
