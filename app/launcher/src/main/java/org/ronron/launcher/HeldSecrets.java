package org.ronron.launcher;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.store.Store;

/**
 * Secrets that live only in this process: those of one {@code check}, and those of the practice
 * servers, which die with it. Nothing of them is ever written.
 */
final class HeldSecrets implements Secrets {
    private final Map<String, char[]> held = new ConcurrentHashMap<>();

    /**
     * The practice servers' secrets under the names that the connections of this folder know them
     * by; none for a new folder.
     *
     * @param secrets by {@link PracticePlan#secret}
     */
    static HeldSecrets refilled(Path home, Map<String, String> secrets, InstantSource clock)
            throws StorageException {
        HeldSecrets held = new HeldSecrets();
        try (Store store = Store.openForReading(home, clock)) {
            for (Workspace.CollectiveRow collective : store.workspace().collectives()) {
                for (Workspace.EndpointRow row : store.workspace().endpoints(collective.id())) {
                    row.secrets()
                            .forEach(
                                    (key, name) -> {
                                        String secret = PracticePlan.secret(row.name(), key);
                                        String value = secrets.getOrDefault(secret, "");
                                        held.put(name, value.toCharArray());
                                    });
                }
            }
        }
        return held;
    }

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
    public String renew(char[] passphrase) {
        return ""; // no passphrase, so none is forgotten
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
    public Set<String> names() {
        return new TreeSet<>(held.keySet());
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
