package org.ronron.transport.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import org.ronron.transport.vault.VaultFormat.DamagedException;
import org.ronron.transport.vault.VaultFormat.Entry;
import org.ronron.transport.vault.VaultFormat.Header;
import org.ronron.transport.vault.VaultFormat.Parsed;

/**
 * A vault with its keys, immutable: a change gives the next one, to be written before it is used.
 * Values stay sealed in memory until they are asked for.
 */
record OpenVault(
        Header header,
        long generation,
        Map<String, Entry> entries,
        byte[] data,
        byte[] entryKey,
        byte[] wholeKey) {
    /** The passphrase is another one. */
    static final class PassphraseException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static OpenVault create(char[] passphrase, Argon2Cost cost, SecureRandom random)
            throws GeneralSecurityException {
        byte[] salt = random(VaultFormat.SALT, random);
        byte[] data = random(Sealing.KEY, random);
        byte[] key = derive(passphrase, salt, cost);
        try {
            byte[] wrapped = Sealing.seal(key, data, VaultFormat.bound(cost, salt), random);
            return with(new Header(cost, salt, wrapped), 1, Map.of(), data);
        } finally {
            Chars.wipe(key);
        }
    }

    /** Opens all of it: nothing of a vault that is not whole is ever used. */
    static OpenVault open(Parsed file, char[] passphrase)
            throws GeneralSecurityException, PassphraseException, DamagedException {
        Header header = file.header();
        byte[] key = derive(passphrase, header.salt(), header.cost());
        byte[] bound = VaultFormat.bound(header.cost(), header.salt());
        byte[] data;
        try {
            data = Sealing.open(key, header.wrapped(), bound);
        } catch (AEADBadTagException e) {
            throw new PassphraseException();
        } finally {
            Chars.wipe(key);
        }
        return opened(file, data);
    }

    /**
     * Opens it with its data key, as the session's keyring gave it back.
     *
     * @param data wiped with the vault
     */
    static OpenVault opened(Parsed file, byte[] data)
            throws GeneralSecurityException, DamagedException {
        OpenVault vault = with(file.header(), file.generation(), file.entries(), data);
        vault.check(file);
        return vault;
    }

    private static OpenVault with(
            Header header, long generation, Map<String, Entry> entries, byte[] data)
            throws GeneralSecurityException {
        byte[] entryKey = Sealing.hmac(data, label("ronron vault entries"));
        byte[] wholeKey = Sealing.hmac(data, label("ronron vault whole"));
        return new OpenVault(header, generation, entries, data, entryKey, wholeKey);
    }

    private void check(Parsed file) throws GeneralSecurityException, DamagedException {
        if (!MessageDigest.isEqual(file.seal(), Sealing.hmac(wholeKey, file.body()))) {
            throw new DamagedException("its seal is wrong");
        }
        for (String name : entries.keySet()) {
            try {
                get(name).ifPresent(value -> Arrays.fill(value, '\0'));
            } catch (AEADBadTagException e) {
                throw new DamagedException("an entry does not open");
            }
        }
    }

    byte[] file() throws GeneralSecurityException {
        byte[] body = VaultFormat.body(header, generation, entries);
        return VaultFormat.file(body, Sealing.hmac(wholeKey, body));
    }

    Optional<char[]> get(String name) throws GeneralSecurityException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        byte[] bound = VaultFormat.bound(name, entry.version());
        byte[] plain = Sealing.open(entryKey, entry.sealed(), bound);
        try {
            return Optional.of(Chars.text(plain));
        } finally {
            Chars.wipe(plain);
        }
    }

    OpenVault put(String name, char[] value, SecureRandom random) throws GeneralSecurityException {
        long version = generation + 1;
        byte[] plain = Chars.bytes(value);
        try {
            byte[] bound = VaultFormat.bound(name, version);
            Entry entry = new Entry(version, Sealing.seal(entryKey, plain, bound, random));
            Map<String, Entry> next = new TreeMap<>(entries);
            next.put(name, entry);
            return new OpenVault(header, version, next, data, entryKey, wholeKey);
        } finally {
            Chars.wipe(plain);
        }
    }

    OpenVault remove(String name) {
        Map<String, Entry> next = new TreeMap<>(entries);
        next.remove(name);
        return new OpenVault(header, generation + 1, next, data, entryKey, wholeKey);
    }

    void wipe() {
        Chars.wipe(data);
        Chars.wipe(entryKey);
        Chars.wipe(wholeKey);
    }

    private static byte[] derive(char[] passphrase, byte[] salt, Argon2Cost cost) {
        byte[] password = Chars.bytes(passphrase);
        try {
            byte[] none = new byte[0];
            return Sealing.argon2id(password, salt, none, none, cost, Sealing.KEY);
        } finally {
            Chars.wipe(password);
        }
    }

    private static byte[] random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] label(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
