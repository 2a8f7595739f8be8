package org.ronron.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FingerprintTextTest {
    @Test
    void groupsOfFourAreReadOutAndNoLetterIsLost() {
        assertEquals("SHA256: abcd efgh i", FingerprintText.grouped("SHA256:abcdefghi"));
        assertEquals("MD5: aa:b b", FingerprintText.grouped("MD5:aa:bb"));
        assertEquals("", FingerprintText.grouped(""));
        assertEquals("abcd e", FingerprintText.grouped("abcde"));
    }
}
