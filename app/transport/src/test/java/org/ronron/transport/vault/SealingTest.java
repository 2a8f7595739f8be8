package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 9106, section 5.3. */
    @Test
    void argon2idGivesTheAnswerOfItsRfc() {
        byte[] tag =
                Sealing.argon2id(
                        filled(32, 1),
                        filled(16, 2),
                        filled(8, 3),
                        filled(12, 4),
                        new Argon2Cost(32, 3, 4),
                        32);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HEX.formatHex(tag));
    }

    /** RFC 4231, test case 2. */
    @Test
    void hmacGivesTheAnswerOfItsRfc() throws Exception {
        byte[] mac =
                Sealing.hmac(
                        "Jefe".getBytes(StandardCharsets.US_ASCII),
                        "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HEX.formatHex(mac));
    }

    /** The GCM specification's test case 14: a zero key, nonce and block. */
    @Test
    void gcmOpensTheVectorOfItsSpecification() throws Exception {
        byte[] sealed =
                HEX.parseHex(
                        "000000000000000000000000"
                                + "cea7403d4d606b6e074ec5d3baf39d18"
                                + "d0d1c8a799996bf0265b98b5d48ab919");
        assertArrayEquals(new byte[16], Sealing.open(new byte[32], sealed, new byte[0]));
    }

    @Test
    void everySealHasANonceOfItsOwnAndHoldsToWhatItIsBoundTo() throws Exception {
        SecureRandom random = new SecureRandom();
        byte[] key = filled(32, 9);
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] sealed = Sealing.seal(key, new byte[1], new byte[] {1}, random);
            nonces.add(HEX.formatHex(sealed, 0, Sealing.NONCE));
        }
        assertEquals(10_000, nonces.size());
        byte[] sealed = Sealing.seal(key, filled(5, 5), new byte[] {1}, random);
        assertArrayEquals(filled(5, 5), Sealing.open(key, sealed, new byte[] {1}));
        assertThrows(AEADBadTagException.class, () -> Sealing.open(key, sealed, new byte[] {2}));
        assertThrows(
                AEADBadTagException.class,
                () -> Sealing.open(filled(32, 8), sealed, new byte[] {1}));
    }

    @ParameterizedTest
    @CsvSource({
        "1048577,3,4",
        "2147483647,1,1",
        "-1,1,1",
        "7,1,1",
        "31,1,4",
        "64,0,1",
        "64,33,1",
        "64,1,0",
        "1048576,1,17"
    })
    void impossibleCostsAreRefused(int memory, int passes, int lanes) {
        assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(memory, passes, lanes));
    }

    @Test
    void productionCostsWhatWasDecided() {
        assertEquals(new Argon2Cost(65_536, 3, 4), Argon2Cost.PRODUCTION);
    }

    @Test
    void anyCharactersSurvive() {
        char[] odd = {'\0', 'é', '\ud800', '\uffff', 'a'};
        assertArrayEquals(odd, Chars.text(Chars.bytes(odd)));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
