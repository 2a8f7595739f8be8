package org.ronron.ui.pages.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanTest {
    @Test
    void whatCannotBeShownGoes() {
        assertEquals("a b", Clean.line("a\u0000\u0007b", 20));
        assertEquals("exe.png", Clean.line("\u202Eexe.png\u202C", 20));
        assertEquals("a b c", Clean.line("  a\r\n b\tc ", 20));
        assertEquals("a b", Clean.line("a\uD83Db", 20));
    }

    @Test
    void whatPeopleWriteStays() {
        assertEquals("جمعية البستان", Clean.line("جمعية البستان", 20));
        assertEquals("<b>Été</b> 🐈", Clean.line("<b>Été</b> 🐈", 20));
        assertEquals("un\n\ndeux", Clean.words("un\r\n\r\n\r\n\r\ndeux\n", 20));
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        assertEquals("🐈🐈…", Clean.line("🐈".repeat(10_000), 2));
        assertEquals("abc", Clean.line("abc", 3));
        assertEquals("ab…", Clean.line("ab cd", 3));
    }
}
