package org.ronron.transport.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.transport.vault.OpenVault.PassphraseException;
import org.ronron.transport.vault.VaultFormat.DamagedException;

/**
 * The vault: all secrets in one file, sealed under a passphrase.
 *
 * <p>Format 1, numbers big-endian:
 *
 * <pre>
 * magic       8  "RONRONVT"
 * version     2  1
 * memory      4  Argon2id (RFC 9106, version 0x13): KiB, 8 a lane to 1 GiB
 * passes      4  1 to 32
 * lanes       4  1 to 16
 * salt       16
 * wrapped    60  the random 256-bit data key, sealed under Argon2id of the passphrase (UTF-16BE);
 *                bound to all before it
 * generation  8  rises with every write
 * count       4  entries, sorted by name, each:
 *   length    4  of the name
 *   name         UTF-8
 *   version   8  the generation that wrote it
 *   length    4  of what follows
 *   sealed       the value (UTF-16BE), bound to magic, format version, entry version and name
 * seal       32  HMAC-SHA-256 of all before it, keyed from the data key
 * check      32  SHA-256 of all before it
 * </pre>
 *
 * <p><em>Sealed</em> is AES-256-GCM: 12 bytes of random nonce, the ciphertext, 16 bytes of tag. The
 * keys of the entries and of the seal are HMAC-SHA-256 of {@code "ronron vault entries"} and {@code
 * "ronron vault whole"} under the data key. The check needs no passphrase: a file that fails it is
 * damaged, one that passes it and does not unwrap was given another passphrase. It is no protection
 * against a forger; the tags and the seal are.
 *
 * <p>A vault that cannot be read is never replaced by an empty one unasked; {@link #renew} keeps
 * its file as {@code .aside-1}, and so on. Each write keeps the file before it as {@code
 * .previous}. Safe from any thread; {@link #unlock} and {@link #create} take about a second by
 * design, {@link #state} waits for neither.
 */
public final class VaultFile implements Secrets {
    private static final long HARDLY_ANYTHING = 256L * 1024;

    private final VaultDisk disk;
    private final SecureRandom random;
    private final Argon2Cost cost;
    private volatile @Nullable OpenVault open;
    private final SessionKeyring session;
    private final KeyringFile keyring;
    private byte[] lastSeen = new byte[0];

    /**
     * @param file made by {@link #create}, with its folder
     * @param cost of a vault made here; one that is there says its own
     */
    public VaultFile(Path file, SecureRandom random, Argon2Cost cost) {
        this(file, random, cost, SessionKeyring.none());
    }

    /**
     * @param session whose keyring may open the vault, once the person wishes it
     */
    public VaultFile(Path file, SecureRandom random, Argon2Cost cost, SessionKeyring session) {
        this.disk = new VaultDisk(file);
        this.random = random;
        this.cost = cost;
        this.session = session;
        this.keyring = new KeyringFile(disk, session, random);
    }

    @Override
    public State state() {
        if (open != null) {
            return State.OPEN;
        }
        return disk.exists() ? State.LOCKED : State.ABSENT;
    }

    @Override
    public synchronized void create(char[] passphrase) throws StorageException {
        if (disk.exists()) {
            throw failed("there is a vault already", null);
        }
        keep(() -> OpenVault.create(passphrase, cost, random));
    }

    @Override
    public synchronized void unlock(char[] passphrase) throws StorageException {
        unlock(parsed -> OpenVault.open(parsed, passphrase));
    }

    @Override
    public synchronized void unlockByKeyring() throws StorageException {
        unlock(parsed -> OpenVault.opened(parsed, keyring.data(parsed.header().salt())));
    }

    @Override
    public Keyring keyring() {
        if (keyring.on()) {
            return Keyring.ON;
        }
        return session.present() ? Keyring.OFF : Keyring.NONE;
    }

    @Override
    public synchronized void useKeyring(boolean use) throws StorageException {
        try {
            if (use) {
                OpenVault now = opened();
                keyring.begin(now.header().salt(), now.data());
            } else {
                keyring.end();
            }
        } catch (IOException e) {
            throw outOfSpace() ? full(e) : failed(said(e), e);
        } catch (GeneralSecurityException e) {
            throw failed(said(e), e);
        }
    }

    private interface Opening {
        OpenVault of(VaultFormat.Parsed file)
                throws GeneralSecurityException,
                        PassphraseException,
                        DamagedException,
                        StorageException,
                        IOException;
    }

    private void unlock(Opening opening) throws StorageException {
        try {
            byte[] file = disk.read().orElseThrow(() -> new DamagedException("it is gone"));
            OpenVault next = opening.of(VaultFormat.parse(file));
            lock();
            lastSeen = VaultFormat.sha256(file, file.length);
            open = next;
        } catch (PassphraseException e) {
            throw new StorageException(Fault.of(OwnError.VAULT_PASSPHRASE, ""), null);
        } catch (DamagedException e) {
            throw new StorageException(
                    Fault.of(OwnError.VAULT_DAMAGED, "", "file", disk.file().toString()), e);
        } catch (IOException | GeneralSecurityException e) {
            throw failed(said(e), e);
        }
    }

    @Override
    public synchronized String renew(char[] passphrase) throws StorageException {
        if (!disk.exists()) {
            create(passphrase);
            return "";
        }
        try {
            String aside = disk.keepAside();
            byte[] there = disk.read().orElse(new byte[0]);
            lock();
            lastSeen = seen(there);
            keep(() -> OpenVault.create(passphrase, cost, random));
            keyring.end();
            return aside;
        } catch (IOException e) {
            throw outOfSpace() ? full(e) : failed(said(e), e);
        }
    }

    @Override
    public synchronized void lock() {
        OpenVault closing = open;
        open = null;
        if (closing != null) {
            closing.wipe();
        }
    }

    @Override
    public synchronized Optional<char[]> get(String name) throws StorageException {
        if (state() == State.ABSENT) {
            return Optional.empty();
        }
        try {
            return opened().get(name);
        } catch (GeneralSecurityException e) {
            throw failed(said(e), e);
        }
    }

    @Override
    public synchronized Set<String> names() throws StorageException {
        return state() == State.ABSENT ? Set.of() : new TreeSet<>(opened().entries().keySet());
    }

    @Override
    public synchronized void put(String name, char[] value) throws StorageException {
        OpenVault now = opened();
        keep(() -> now.put(name, value, random));
    }

    @Override
    public synchronized void remove(String name) throws StorageException {
        OpenVault now = opened();
        if (now.entries().containsKey(name)) {
            keep(() -> now.remove(name));
        }
    }

    private OpenVault opened() throws StorageException {
        OpenVault now = open;
        if (now == null) {
            throw new StorageException(Fault.of(OwnError.VAULT_LOCKED, ""), null);
        }
        return now;
    }

    private interface Making {
        OpenVault next() throws GeneralSecurityException;
    }

    /** Uses the next vault only once it is on the disk, and never over what another wrote. */
    private void keep(Making making) throws StorageException {
        try {
            byte[] there = disk.read().orElse(new byte[0]);
            if (!Arrays.equals(seen(there), lastSeen)) {
                throw failed("the file was changed by another program since it was opened", null);
            }
            OpenVault next = making.next();
            byte[] file = next.file();
            if (file.length > VaultFormat.LARGEST) {
                throw failed("a vault holds 4 MiB at most", null);
            }
            disk.write(file);
            lastSeen = VaultFormat.sha256(file, file.length);
            open = next;
        } catch (IOException e) {
            throw outOfSpace() ? full(e) : failed(said(e), e);
        } catch (GeneralSecurityException e) {
            throw failed(said(e), e);
        }
    }

    private static byte[] seen(byte[] file) {
        return file.length == 0 ? file : VaultFormat.sha256(file, file.length);
    }

    private StorageException full(IOException e) {
        String folder = disk.folder().toString();
        return new StorageException(Fault.of(OwnError.DISK_FULL, "", "folder", folder), e);
    }

    private boolean outOfSpace() {
        try {
            return Files.getFileStore(disk.folder()).getUsableSpace() < HARDLY_ANYTHING;
        } catch (IOException unknown) {
            return false;
        }
    }

    private StorageException failed(String cause, @Nullable Exception e) {
        String file = disk.file().toString();
        return new StorageException(
                Fault.of(OwnError.STORE_FAILED, "", "file", file, "cause", cause), e);
    }

    private static String said(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
