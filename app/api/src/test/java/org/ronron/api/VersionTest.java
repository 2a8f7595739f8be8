package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "2.0.5, 2000005",
        "v1.11.2, 1011002",
        "1.6.8+ent, 1006008",
        "1.10.5-rc.1, 1010005",
        "2.0, 0",
        "'', 0",
        "1.2.3.4, 1002003",
        "99999.1.1, 0",
        "nightly, 0"
    })
    void threeNumbersAreRead(String text, int number) {
        assertEquals(new Version(number, text), Version.of(text));
    }

    @Test
    void theFirstOfARangeIsInItAndItsEndIsNot() {
        assertTrue(Version.of("1.6.0").between("1.6.0", "3.0.0"));
        assertTrue(Version.of("2.999.1").between("1.6.0", "3.0.0"));
        assertFalse(Version.of("3.0.0").between("1.6.0", "3.0.0"));
        assertFalse(Version.of("?").between("1.6.0", "3.0.0"));
        assertTrue(Version.of("v1.11.2+ent").is("1.11.2"));
        assertFalse(Version.of("1.11.3").is("1.11.2"));
    }
}
