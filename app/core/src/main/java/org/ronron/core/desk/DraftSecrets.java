package org.ronron.core.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/**
 * The vault, and beside it two kinds of secrets that stay in memory and need no open vault: those
 * of a connection that is only being tried, wiped after the one question; and those that operations
 * under way keep while the vault is locked, wiped as soon as they do not need them any more. Safe
 * from any thread.
 */
public final class DraftSecrets implements Secrets {
    private final Secrets vault;
    private final Map<String, char[]> drafts = new ConcurrentHashMap<>();
    private final Map<String, char[]> kept = new ConcurrentHashMap<>();

    public DraftSecrets(Secrets vault) {
        this.vault = vault;
    }

    /** Lends a copy of a value under this name until {@link #wipe}. */
    void lend(String name, char[] value) {
        drafts.put(name, value.clone());
    }

    void wipe(String name) {
        wiped(drafts.remove(name));
    }

    private static void wiped(char @Nullable [] value) {
        if (value != null) {
            Arrays.fill(value, '\0');
        }
    }

    /**
     * Locks the vault.
     *
     * @param names of the secrets that stay at hand until {@link #keepOnly}
     */
    void lock(Set<String> names) {
        if (vault.state() == State.OPEN) {
            names.forEach(this::keep);
        }
        keepOnly(names);
        vault.lock();
    }

    /** One that cannot be read is not kept: whoever needs it waits for the passphrase. */
    private void keep(String name) {
        try {
            vault.get(name).ifPresent(value -> wiped(kept.put(name, value)));
        } catch (StorageException unreadable) {
            wiped(kept.remove(name));
        }
    }

    /** Wipes all that is kept but these. */
    void keepOnly(Set<String> names) {
        for (String name : kept.keySet()) {
            if (!names.contains(name)) {
                wiped(kept.remove(name));
            }
        }
    }

    /** Whether something is kept beside the locked vault. */
    boolean keeps() {
        return !kept.isEmpty();
    }

    /** Whether one of these is out of reach since the vault is locked. */
    boolean lacks(Collection<String> names) {
        return vault.state() == State.LOCKED && !kept.keySet().containsAll(names);
    }

    @Override
    public Secrets.State state() {
        return vault.state();
    }

    @Override
    public void create(char[] passphrase) throws StorageException {
        vault.create(passphrase);
    }

    @Override
    public void unlock(char[] passphrase) throws StorageException {
        vault.unlock(passphrase);
    }

    @Override
    public String renew(char[] passphrase) throws StorageException {
        return vault.renew(passphrase);
    }

    @Override
    public Keyring keyring() {
        return vault.keyring();
    }

    @Override
    public void unlockByKeyring() throws StorageException {
        vault.unlockByKeyring();
    }

    @Override
    public void useKeyring(boolean use) throws StorageException {
        vault.useKeyring(use);
    }

    @Override
    public void lock() {
        lock(Set.of());
    }

    @Override
    public Optional<char[]> get(String name) throws StorageException {
        char[] here = drafts.get(name);
        if (here == null && vault.state() == State.LOCKED) {
            here = kept.get(name);
        }
        return here == null ? vault.get(name) : Optional.of(here.clone());
    }

    @Override
    public Set<String> names() throws StorageException {
        return vault.names();
    }

    @Override
    public void put(String name, char[] value) throws StorageException {
        vault.put(name, value);
    }

    @Override
    public void remove(String name) throws StorageException {
        vault.remove(name);
    }
}
