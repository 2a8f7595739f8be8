package org.ronron.transport.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/**
 * The second way to a vault's data key, beside its passphrase: the file {@code vault.keyring} holds
 * it sealed (AES-256-GCM, as in {@link VaultFile}) under a random key that lies in the session's
 * keyring and nowhere else. Neither of the two opens anything alone.
 *
 * <pre>
 * magic    8  "RONRONKR"
 * salt    16  of the vault that it belongs to
 * wrapped 60  the vault's data key, bound to all before it
 * </pre>
 */
record KeyringFile(VaultDisk disk, SessionKeyring keyring, SecureRandom random) {
    private static final byte[] MAGIC = "RONRONKR".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH =
            MAGIC.length + VaultFormat.SALT + Sealing.NONCE + Sealing.KEY + Sealing.TAG;

    private Path file() {
        return disk.beside(".keyring");
    }

    boolean on() {
        return Files.exists(file());
    }

    void begin(byte[] salt, byte[] data)
            throws StorageException, IOException, GeneralSecurityException {
        byte[] key = new byte[Sealing.KEY];
        random.nextBytes(key);
        try {
            keyring.put(name(salt), key);
            byte[] bound = bound(salt);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(bound);
            content.write(Sealing.seal(key, data, bound, random));
            disk.replace(file(), content.toByteArray());
        } finally {
            Chars.wipe(key);
        }
    }

    /**
     * The data key of the vault with this salt.
     *
     * @throws StorageException of the keyring; {@link OwnError#KEYRING_EMPTY} also when what is
     *     there does not fit this vault any more
     */
    byte[] data(byte[] salt) throws StorageException, IOException, GeneralSecurityException {
        byte[] content = on() ? Files.readAllBytes(file()) : new byte[0];
        byte[] bound = bound(salt);
        if (content.length != LENGTH
                || !Arrays.equals(content, 0, bound.length, bound, 0, bound.length)) {
            throw empty();
        }
        Optional<byte[]> key = keyring.get(name(salt));
        if (key.isEmpty()) {
            throw empty();
        }
        try {
            if (key.get().length != Sealing.KEY) {
                throw empty();
            }
            byte[] wrapped = Arrays.copyOfRange(content, bound.length, content.length);
            return Sealing.open(key.get(), wrapped, bound);
        } catch (AEADBadTagException another) {
            throw empty();
        } finally {
            Chars.wipe(key.get());
        }
    }

    /** The file first: without it the key in the keyring is worth nothing. */
    void end() throws IOException {
        if (on()) {
            byte[] content = Files.readAllBytes(file());
            Files.delete(file());
            if (content.length == LENGTH) {
                int from = MAGIC.length;
                keyring.forget(name(Arrays.copyOfRange(content, from, from + VaultFormat.SALT)));
            }
        }
    }

    private static String name(byte[] salt) {
        return HexFormat.of().formatHex(salt);
    }

    private static byte[] bound(byte[] salt) {
        byte[] bound = Arrays.copyOf(MAGIC, MAGIC.length + salt.length);
        System.arraycopy(salt, 0, bound, MAGIC.length, salt.length);
        return bound;
    }

    private static StorageException empty() {
        return new StorageException(Fault.of(OwnError.KEYRING_EMPTY, ""), null);
    }
}
