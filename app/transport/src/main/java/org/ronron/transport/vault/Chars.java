package org.ronron.transport.vault;

import java.util.Arrays;

/** Characters as bytes and back (UTF-16BE), without a String that nobody could wipe. */
final class Chars {
    private Chars() {}

    static byte[] bytes(char[] text) {
        byte[] out = new byte[text.length * 2];
        for (int i = 0; i < text.length; i++) {
            out[2 * i] = (byte) (text[i] >> 8);
            out[2 * i + 1] = (byte) text[i];
        }
        return out;
    }

    static char[] text(byte[] bytes) {
        char[] out = new char[bytes.length / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = (char) ((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff));
        }
        return out;
    }

    static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }
}
