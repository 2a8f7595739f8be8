package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/** A vault that outlives the engine, and writes down what was put into it. */
final class VaultInMemory implements Secrets {
    final Map<String, String> values = new HashMap<>();
    final List<String> puts = new ArrayList<>();
    State state = State.OPEN;
    boolean full;

    /** The value; empty when there is none. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void create(char[] passphrase) {
        state = State.OPEN;
    }

    @Override
    public void unlock(char[] passphrase) {
        state = State.OPEN;
    }

    @Override
    public String renew(char[] passphrase) {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public void lock() {
        state = State.LOCKED;
    }

    @Override
    public Optional<char[]> get(String name) throws StorageException {
        open();
        return Optional.ofNullable(values.get(name)).map(String::toCharArray);
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    @Override
    public void put(String name, char[] value) throws StorageException {
        open();
        if (full) {
            throw new StorageException(Fault.of(OwnError.DISK_FULL, "", "folder", "/"), null);
        }
        puts.add(name);
        values.put(name, new String(value));
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }

    private void open() throws StorageException {
        if (state != State.OPEN) {
            throw new StorageException(Fault.of(OwnError.VAULT_LOCKED, ""), null);
        }
    }
}
