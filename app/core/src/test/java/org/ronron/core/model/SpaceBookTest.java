package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.Observation;
import org.ronron.core.port.Workspace;

final class SpaceBookTest {
    private static final Json.Obj OURS =
            Json.obj()
                    .with("blueprint", "farm")
                    .with("organisation", "Les chats")
                    .with("address", "chats.ours.test")
                    .with("options", Json.obj().with("quota", "4000"))
                    .with("made", Facts.NOW.toEpochMilli());

    private final SpaceBook book = new SpaceBook();

    private static Heard heard(String id, LinkFact... links) {
        Observation said =
                new Observation(
                                Facts.NOW, "1", "f", List.of(), List.of(), List.of(), List.of(),
                                List.of())
                        .withLinks(List.of(links));
        return new Heard(
                new Workspace.EndpointRow(
                        id, "c", "type-" + id, "The " + id, Map.of(), Map.of(), 0),
                Optional.of(said),
                Optional.empty(),
                Optional.of(Facts.NOW));
    }

    private static LinkFact link(Kind kind, String space, Health health, String... details) {
        return LinkFact.of(kind, space, space + "-key", health, details);
    }

    private static Edits edits(String name, Json.Obj value) {
        return Facts.edits(Edits.SPACE, name, value);
    }

    private List<String> names(Edits edits, Heard... heard) {
        return book.spaces(List.of(heard), edits).stream().map(Space::name).toList();
    }

    @Test
    void partsOfAllSystemsAreJoinedByTheirSpaceInTheOrderOfTheirKinds() {
        List<Space> spaces =
                book.spaces(
                        List.of(
                                heard(
                                        "db",
                                        link(Kind.DATABASE, "chiens", Health.FINE),
                                        link(Kind.DATABASE, "chats", Health.FINE)),
                                heard("front", link(Kind.ROUTE, "chats", Health.ATTENTION)),
                                heard(
                                        "source",
                                        link(
                                                Kind.RECORD,
                                                "chats",
                                                Health.FINE,
                                                "organisation",
                                                "Chats")),
                                Heard.nothing(heard("mute").row())),
                        Edits.NONE);
        assertEquals(List.of("chats", "chiens"), spaces.stream().map(Space::name).toList());
        Space chats = spaces.getFirst();
        assertEquals(
                List.of(Kind.RECORD, Kind.ROUTE, Kind.DATABASE),
                chats.links().stream().map(l -> l.fact().kind()).toList());
        assertEquals("The front", chats.links().get(1).endpointName());
        assertEquals("type-front", chats.links().get(1).type());
        assertEquals("chats-key", chats.address());
        assertEquals("Chats", chats.organisation());
        assertEquals(Health.ATTENTION, chats.health());
        assertEquals(1, chats.of(Kind.DATABASE).size());
    }

    @Test
    void whatBelongsToNoSpaceIsLeftOut() {
        assertEquals(
                List.of(), names(Edits.NONE, heard("db", link(Kind.DATABASE, "", Health.FINE))));
    }

    @Test
    void whatWeMadeIsKnownBeforeAnySystemTells() {
        Space space = book.spaces(List.of(), edits("chats", OURS)).getFirst();
        assertEquals("farm", space.blueprint());
        assertEquals("Les chats", space.organisation());
        assertEquals("chats.ours.test", space.address());
        assertEquals(Map.of("quota", "4000"), space.options());
        assertEquals(Optional.of(Facts.NOW), space.made());
        assertEquals(Health.UNKNOWN, space.health());
    }

    @Test
    void theSameListAsLongAsNothingHasChanged() {
        Heard db = heard("db", link(Kind.DATABASE, "chats", Health.FINE));
        List<Space> first = book.spaces(List.of(db), edits("chats", OURS));
        assertSame(first, book.spaces(List.of(db), edits("chats", OURS)), "equal edits");
        assertSame(
                first,
                book.spaces(
                        List.of(db.failed(Fault.of(CommonError.UNREACHABLE, "db"))),
                        edits("chats", OURS)),
                "a system that is silent says nothing new");
        List<Space> told = book.spaces(List.of(heard("db")), edits("chats", OURS));
        assertNotSame(first, told);
        assertEquals(List.of(), told.getFirst().links());
        List<Space> renamed = book.spaces(List.of(heard("db2")), edits("chats", OURS));
        assertNotSame(told, renamed);
        assertNotSame(renamed, book.spaces(List.of(heard("db2")), Edits.NONE));
        assertEquals(List.of(), book.spaces(List.of(), Edits.NONE));
    }

    /**
     * Removed by us: gone, unless a system still tells of a part, which is shown for what it is.
     */
    @Test
    void whatWasRemovedIsGoneUnlessSomethingOfItIsLeft() {
        Edits gone = edits("chats", OURS.with("gone", Json.of(true)));
        assertEquals(List.of(), names(gone));
        Heard db = heard("db", link(Kind.DATABASE, "chats", Health.FINE));
        Space left = book.spaces(List.of(db), gone).getFirst();
        assertEquals("", left.blueprint());
        assertEquals(Optional.<Instant>empty(), left.made());
        assertEquals(Map.of(), left.options());
    }

    @Test
    void aSpaceIsAsItsWorstPartAndOffWhenItsApplicationIs() {
        assertEquals(Health.FINE, health(Health.FINE, Health.OFF));
        assertEquals(Health.UNKNOWN, health(Health.FINE, Health.UNKNOWN));
        assertEquals(Health.ATTENTION, health(Health.UNKNOWN, Health.ATTENTION));
        assertEquals(Health.WRONG, health(Health.WRONG, Health.ATTENTION));
        Heard off =
                heard(
                        "host",
                        link(Kind.APP, "chats", Health.OFF),
                        link(Kind.CHECK, "chats", Health.WRONG));
        assertEquals(Health.OFF, book.spaces(List.of(off), Edits.NONE).getFirst().health());
    }

    private Health health(Health database, Health bucket) {
        Heard both =
                heard(
                        "all",
                        link(Kind.DATABASE, "chats", database),
                        link(Kind.BUCKET, "chats", bucket));
        return book.spaces(List.of(both), Edits.NONE).getFirst().health();
    }

    @Test
    void tenThousandSpacesOfSixPartsAreJoined() {
        List<Heard> systems = new ArrayList<>();
        for (Kind kind :
                List.of(
                        Kind.RECORD,
                        Kind.APP,
                        Kind.ROUTE,
                        Kind.DATABASE,
                        Kind.BUCKET,
                        Kind.RUNNER)) {
            LinkFact[] links = new LinkFact[10_000];
            for (int i = 0; i < links.length; i++) {
                links[i] = link(kind, "space-" + (99_999 - i), Health.FINE);
            }
            systems.add(heard(kind.name(), links));
        }
        List<Space> spaces = book.spaces(systems, Edits.NONE);
        assertEquals(10_000, spaces.size());
        assertEquals("space-90000", spaces.getFirst().name());
        assertEquals(60_000, spaces.stream().mapToInt(s -> s.links().size()).sum());
        assertSame(spaces, book.spaces(systems, Edits.NONE));
    }
}
