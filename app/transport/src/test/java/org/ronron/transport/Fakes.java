package org.ronron.transport;

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
import org.ronron.core.port.Trust;

/** Small stand-ins for core's ports, kept in memory. */
public final class Fakes {
    private Fakes() {}

    /** Trust in memory, which can be made to fail. */
    public static final class MemoryTrust implements Trust {
        private final List<TrustedKey> keys = new ArrayList<>();
        private boolean broken;

        public synchronized void breakDown() {
            broken = true;
        }

        @Override
        public synchronized List<TrustedKey> keys(String address) throws StorageException {
            if (broken) {
                throw new StorageException(
                        Fault.of(OwnError.STORE_FAILED, "", "file", "trust", "cause", "broken"),
                        null);
            }
            return keys.stream().filter(k -> k.address().equals(address)).toList();
        }

        @Override
        public synchronized void accept(TrustedKey key) {
            keys.add(key);
        }

        @Override
        public synchronized void forget(String address, String fingerprint) {
            keys.removeIf(k -> k.address().equals(address) && k.fingerprint().equals(fingerprint));
        }

        /** Accepts what a fault asks about, as the desk would. */
        public void accept(Fault question) {
            accept(
                    new TrustedKey(
                            question.details().getOrDefault("address", ""),
                            question.details().getOrDefault("algorithm", ""),
                            question.details().getOrDefault("fingerprint", ""),
                            1,
                            "Camille"));
        }
    }

    /** Secrets in memory. */
    public static final class MemorySecrets implements Secrets {
        private final Map<String, char[]> values = new HashMap<>();
        private State state = State.OPEN;

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
            values.clear();
            return "";
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
            return Optional.ofNullable(values.get(name)).map(char[]::clone);
        }

        @Override
        public Set<String> names() {
            return new TreeSet<>(values.keySet());
        }

        @Override
        public void put(String name, char[] value) {
            values.put(name, value.clone());
        }

        @Override
        public void remove(String name) {
            values.remove(name);
        }
    }
}
