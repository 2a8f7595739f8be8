package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameCheckTest {
    private static final List<Space> SPACES =
            spaces("chats", "les-chats", "chiens", "amap-de-nantes", "ab");

    private static List<Space> spaces(String... names) {
        List<Space> spaces = new ArrayList<>();
        for (String name : names) {
            spaces.add(new Space(name, "", "", "", Map.of(), Optional.empty(), List.of()));
        }
        return spaces;
    }

    @ParameterizedTest
    @CsvSource({
        "chats, TAKEN",
        "lapins, FREE",
        "a, FREE",
        "2026, FREE",
        "a-b, FREE",
        "-a, SHAPE",
        "a-, SHAPE",
        "A, SHAPE",
        "'', SHAPE",
        "; rm -rf /, SHAPE",
        "été, SHAPE"
    })
    void aNameIsFreeTakenOrNone(String wished, NameCheck.State state) {
        assertEquals(state, NameCheck.of(wished, SPACES).state());
    }

    @Test
    void aLengthThatNoRoleOrBucketTakesIsTooLong() {
        assertEquals(NameCheck.State.FREE, NameCheck.of("a".repeat(50), SPACES).state());
        assertEquals(NameCheck.State.TOO_LONG, NameCheck.of("a".repeat(51), SPACES).state());
        assertEquals(NameCheck.State.TOO_LONG, NameCheck.of("é".repeat(10_000), SPACES).state());
    }

    @Test
    void namesThatCouldBeTakenForItAreTold() {
        assertEquals(List.of("chats"), near("chat"));
        assertEquals(List.of("chats"), near("chatz"));
        assertEquals(List.of("chats"), near("c-h-a-t-s"));
        assertEquals(List.of("amap-de-nantes"), near("amapdenante"));
        assertEquals(List.of("amap-de-nantes"), near("amap-de-mantez"));
        assertEquals(List.of("les-chats"), near("leschats"));
        assertEquals(List.of(), near("chats"), "itself");
        assertEquals(List.of(), near("lapins"));
        assertEquals(List.of(), near("cd"), "two other letters of two");
    }

    private static List<String> near(String wished) {
        return NameCheck.of(wished, SPACES).near();
    }

    @Test
    void ofManyNearOnesFiveAreTold() {
        List<Space> many = spaces("chat1", "chat2", "chat3", "chat4", "chat5", "chat6");
        assertEquals(
                List.of("chat1", "chat2", "chat3", "chat4", "chat5"),
                NameCheck.of("chat", many).near());
    }

    /** As somebody types: the bound is wide, a few milliseconds are usual. */
    @Test
    void amongTenThousandItIsBounded() {
        List<Space> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.addAll(spaces("association-des-amis-du-chat-" + (100_000 + i)));
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () ->
                        assertEquals(
                                5,
                                NameCheck.of("association-des-amis-du-chat-1000001", many)
                                        .near()
                                        .size()));
    }

    @ParameterizedTest
    @CsvSource({
        "Les Amis du Chat, les-amis-du-chat",
        "Été à l'école !, ete-a-l-ecole",
        "  AMAP (Nantes)  , amap-nantes",
        "2026, 2026",
        "Une association au nom vraiment très long, une-association-au-nom-vraimen",
        "'Une association au nom vraime, et', une-association-au-nom-vraime"
    })
    void anOrganisationSuggestsAName(String organisation, String name) {
        assertEquals(Optional.of(name), NameCheck.suggested(organisation));
        assertEquals(NameCheck.State.FREE, NameCheck.of(name, SPACES).state());
    }

    @Test
    void anOrganisationOfOtherLettersSuggestsNone() {
        assertEquals(Optional.empty(), NameCheck.suggested("جمعية القطط"));
        assertEquals(Optional.empty(), NameCheck.suggested("\u0000"));
        assertEquals(Optional.of("a".repeat(30)), NameCheck.suggested("a".repeat(10_000)));
    }
}
