package org.ronron.transport.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Private keys in PKCS #8 (RFC 5958), perhaps encrypted (PBES2, RFC 8018). */
final class PrivateKeys {
    private static final List<String> KINDS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");
    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private PrivateKeys() {}

    /** Empty when it is none of the kinds that TLS knows. */
    static Optional<PrivateKey> read(byte[] pkcs8) {
        for (String kind : KINDS) {
            try {
                KeyFactory factory = KeyFactory.getInstance(kind);
                return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            } catch (InvalidKeySpecException another) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + kind, e);
            }
        }
        return Optional.empty();
    }

    /** Empty when the passphrase does not open it, or it was locked in a way that is not known. */
    static Optional<PrivateKey> open(byte[] encrypted, char[] passphrase) {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
            // of PBES2 the parameters name the two algorithms, in words that a factory takes
            String named = info.getAlgName();
            String algorithm = named.equals("PBES2") ? info.getAlgParameters().toString() : named;
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                    info.getAlgParameters());
            byte[] open = cipher.doFinal(info.getEncryptedData());
            try {
                return read(open);
            } finally {
                Arrays.fill(open, (byte) 0);
            }
        } catch (IOException | GeneralSecurityException notOpened) {
            return Optional.empty();
        } finally {
            spec.clearPassword();
        }
    }

    /** Whether what this key signs, the other verifies. */
    static boolean fits(PrivateKey key, PublicKey other) {
        String algorithm =
                switch (other.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> other.getAlgorithm();
                };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(SAMPLE);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(other);
            verifying.update(SAMPLE);
            return verifying.verify(signed);
        } catch (GeneralSecurityException unlike) {
            return false;
        }
    }
}
