package org.ronron.core.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/** A vault in memory. */
final class MemorySecrets implements Secrets {
    final Map<String, String> values = new ConcurrentHashMap<>();
    volatile State state = State.OPEN;

    @Override
    public State state() {
        return state;
    }

    @Override
    public void create(char[] passphrase) {
        state = State.OPEN;
    }

    @Override
    public void unlock(char[] passphrase) throws StorageException {
        if (!new String(passphrase).equals("good")) {
            throw new StorageException(Fault.of(OwnError.VAULT_PASSPHRASE, ""), null);
        }
        state = State.OPEN;
    }

    @Override
    public String renew(char[] passphrase) {
        values.clear();
        state = State.OPEN;
        return "vault.aside-1";
    }

    @Override
    public void lock() {
        state = State.LOCKED;
    }

    @Override
    public Optional<char[]> get(String name) throws StorageException {
        if (state == State.LOCKED) {
            throw new StorageException(Fault.of(OwnError.VAULT_LOCKED, ""), null);
        }
        return Optional.ofNullable(values.get(name)).map(String::toCharArray);
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    @Override
    public void put(String name, char[] value) {
        values.put(name, new String(value));
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }
}
