package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheStartOfTheSha256() {
        assertEquals("ba7816bf8f01cfea414140de", Fingerprint.of("abc"));
        assertNotEquals(Fingerprint.of("a"), Fingerprint.of("b"));
    }
}
