package org.ronron.ui.pages.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.LinkFact;
import org.ronron.core.model.Space;

/** What is found on the way is what would be found afresh. */
class SpaceSearchTest {
    private static final List<String> WORDS = List.of("École", "Lilas", "Pré", "Radio");

    private static SpaceIndex index() {
        List<Space> spaces = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String name = "espace-%03d".formatted(i);
            String organisation = WORDS.get(i % 4) + " " + WORDS.get(i / 4 % 4) + " " + i % 7;
            LinkFact.Health health = i % 10 == 0 ? LinkFact.Health.WRONG : LinkFact.Health.FINE;
            LinkFact app = LinkFact.of(LinkFact.Kind.APP, name, name, health);
            spaces.add(
                    new Space(
                            name,
                            name + ".example",
                            organisation,
                            "",
                            Map.of(),
                            Optional.empty(),
                            List.of(new Space.Link("e", "e", "t", app))));
        }
        return SpaceIndex.of(spaces);
    }

    private static List<String> fresh(SpaceIndex index, Filter filter, String typed) {
        SpaceSearch search = new SpaceSearch();
        search.over(index);
        search.filter(filter);
        search.type(typed);
        return search.found().stream().map(Space::name).toList();
    }

    @Test
    void growingShrinkingAndOtherWordsFindTheSameAsAfresh() {
        SpaceIndex index = index();
        SpaceSearch search = new SpaceSearch();
        search.over(index);
        for (String typed :
                List.of(
                        "e",
                        "ec",
                        "ecole",
                        "ecole li",
                        "ecole lilas",
                        "lilas ecole 3",
                        "lilas",
                        "lil",
                        "radio",
                        "",
                        "12",
                        "pre 12",
                        "  PRÉ   12  ",
                        "rien")) {
            search.type(typed);
            assertEquals(
                    fresh(index, Filter.ALL, typed),
                    search.found().stream().map(Space::name).toList(),
                    typed);
        }
    }

    @Test
    void aFilterHoldsWhileOneTypes() {
        SpaceIndex index = index();
        SpaceSearch search = new SpaceSearch();
        search.over(index);
        search.filter(Filter.LOOK);
        assertEquals(30, search.found().size());
        search.type("ecole");
        assertTrue(search.found().stream().allMatch(s -> s.health() == LinkFact.Health.WRONG));
        search.type("");
        assertEquals(30, search.found().size());
        assertEquals(2, search.place("espace-020"));
        assertTrue(search.place("espace-021") < 0);
    }
}
