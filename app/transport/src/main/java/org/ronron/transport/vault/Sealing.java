package org.ronron.transport.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The three primitives of the vault: Argon2id, AES-256-GCM and HMAC-SHA-256. */
final class Sealing {
    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG = 16;

    private Sealing() {}

    /** Argon2id, version 0x13 (RFC 9106). */
    static byte[] argon2id(
            byte[] password,
            byte[] salt,
            byte[] secret,
            byte[] associated,
            Argon2Cost cost,
            int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .withSecret(secret)
                        .withAdditional(associated)
                        .build());
        byte[] key = new byte[length];
        generator.generateBytes(password, key);
        return key;
    }

    /** A fresh random nonce, then the ciphertext with its tag. */
    static byte[] seal(byte[] key, byte[] plain, byte[] associated, SecureRandom random)
            throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key, nonce, plain, 0, associated);
        byte[] out = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, out, NONCE, sealed.length);
        return out;
    }

    /**
     * @throws javax.crypto.AEADBadTagException when the key is another, or anything was changed
     */
    static byte[] open(byte[] key, byte[] sealed, byte[] associated)
            throws GeneralSecurityException {
        return gcm(Cipher.DECRYPT_MODE, key, sealed, sealed, NONCE, associated);
    }

    private static byte[] gcm(
            int mode, byte[] key, byte[] nonce, byte[] input, int from, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG * 8, nonce, 0, NONCE));
        cipher.updateAAD(associated);
        return cipher.doFinal(input, from, input.length - from);
    }

    static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
