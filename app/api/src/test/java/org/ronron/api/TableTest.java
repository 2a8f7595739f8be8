package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that events bring up to date. */
class TableTest {
    private final Table table =
            new Table("id", "at", List.of("seen"), List.of(row("a", 4), row("b", 7)));

    private static Json.Obj row(String id, long at) {
        return Json.obj().with("id", id).with("at", at);
    }

    @Test
    void onlyWhatIsNewerIsTaken() {
        assertEquals(7, table.newest());
        assertFalse(table.take(row("a", 4).with("x", 1), table.newest()));
        assertTrue(table.take(row("a", 5).with("x", 1), table.newest()));
        assertFalse(table.take(row("a", 5).with("x", 2), table.newest()));
        assertEquals(List.of(row("a", 5).with("x", 1), row("b", 7)), List.copyOf(table.rows()));
    }

    @Test
    void noiseIsTakenAndIsNoChange() {
        assertFalse(table.take(row("b", 8).with("seen", 3), table.newest()));
        assertTrue(table.rows().contains(row("b", 8).with("seen", 3)));
    }

    /** Two rows of one write have one index: both are new. */
    @Test
    void aRowThatIsNotHereCountsFromWhatWasRead() {
        assertFalse(table.take(row("c", 7), table.newest()));
        assertTrue(table.take(row("c", 8), table.newest()));
        assertTrue(table.take(row("d", 8), table.newest()));
        assertTrue(table.has("d"));
    }

    @Test
    void rowsAreCompletedAndLetGo() {
        table.complete("a", Json.obj().with("more", 1));
        table.complete("z", Json.obj().with("more", 1));
        table.keep(r -> r.word("id").equals("a"));
        assertEquals(List.of(row("a", 4).with("more", 1)), List.copyOf(table.rows()));
    }
}
