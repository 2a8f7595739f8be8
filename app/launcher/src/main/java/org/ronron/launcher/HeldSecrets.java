package org.ronron.launcher;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.core.port.Secrets;

/**
 * Secrets that live only in this process: those of one {@code check}, and those of the practice
 * servers, which die with it. Nothing of them is ever written.
 */
final class HeldSecrets implements Secrets {
    private final Map<String, char[]> held = new ConcurrentHashMap<>();

    @Override
    public State state() {
        return State.OPEN;
    }

    @Override
    public void create(char[] passphrase) {
        // there is nothing to open, so there is nothing to make
    }

    @Override
    public void unlock(char[] passphrase) {
        // always open
    }

    @Override
    public void lock() {
        // what is locked could not be opened again: these secrets have no file
    }

    @Override
    public Optional<char[]> get(String name) {
        return Optional.ofNullable(held.get(name)).map(char[]::clone);
    }

    @Override
    public void put(String name, char[] value) {
        held.put(name, value.clone());
    }

    @Override
    public void remove(String name) {
        char[] gone = held.remove(name);
        if (gone != null) {
            Arrays.fill(gone, '\0');
        }
    }
}
