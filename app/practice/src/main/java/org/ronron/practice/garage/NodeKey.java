package org.ronron.practice.garage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * A node's Ed25519 key pair, always the same for a name, so that ids in tests and in captures are
 * the same as well. Files as Garage 2.5.0 keeps them: {@code node_key} is seed and public key,
 * {@code node_key.pub} the public key alone, both raw.
 */
record NodeKey(byte[] seed, byte[] open) {
    static NodeKey of(String name) {
        byte[] seed = sha256("ronron-lab " + name);
        return new NodeKey(
                seed, new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
    }

    String id() {
        return HexFormat.of().formatHex(open);
    }

    byte[] file() {
        byte[] both = new byte[seed.length + open.length];
        System.arraycopy(seed, 0, both, 0, seed.length);
        System.arraycopy(open, 0, both, seed.length, open.length);
        return both;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
