package org.ronron.core.desk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/**
 * The vault, and beside it the secrets of a connection that is only being tried: those stay in
 * memory, need no open vault, and are wiped after the one question.
 */
public final class DraftSecrets implements Secrets {
    private final Secrets vault;
    private final Map<String, char[]> drafts = new ConcurrentHashMap<>();

    public DraftSecrets(Secrets vault) {
        this.vault = vault;
    }

    /** Lends a copy of a value under this name until {@link #wipe}. */
    void lend(String name, char[] value) {
        drafts.put(name, value.clone());
    }

    void wipe(String name) {
        char[] value = drafts.remove(name);
        if (value != null) {
            Arrays.fill(value, '\0');
        }
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
    public void lock() {
        vault.lock();
    }

    @Override
    public Optional<char[]> get(String name) throws StorageException {
        char[] draft = drafts.get(name);
        return draft == null ? vault.get(name) : Optional.of(draft.clone());
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
