package org.ronron.testkit.conformance;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Session;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace.EndpointRow;
import org.ronron.transport.Transport;

/**
 * Opens sessions as the program does, through the real transport, with trust and secrets that live
 * in memory.
 */
public final class Lender implements AutoCloseable {
    /** The name that every error of these sessions has to tell. */
    public static final String ENDPOINT = "Chez Zoé";

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final KnownKeys trust = new KnownKeys();
    private final Transport transport;
    private final Map<String, String> secrets;

    /**
     * @param secrets values by the setting's key
     * @param clock what sessions take for now
     */
    public Lender(Map<String, String> secrets, InstantSource clock) {
        this.secrets = Map.copyOf(secrets);
        this.transport = new Transport(trust, new OpenVault(), clock, new SecureRandom(), workers);
    }

    /** Keys and certificates that these sessions trust. */
    public Trust trust() {
        return trust;
    }

    public Session open(
            Connector connector, Map<String, String> settings, boolean writable, Duration timeout)
            throws ConnectorException {
        Map<String, String> names = new HashMap<>();
        secrets.keySet().forEach(key -> names.put(key, key));
        EndpointRow row =
                new EndpointRow(
                        id(settings, writable),
                        "c1",
                        connector.descriptor().id(),
                        ENDPOINT,
                        settings,
                        names,
                        writable ? Long.MAX_VALUE : 0);
        return transport.open(row, connector, writable, timeout);
    }

    /** As when writing is switched off on an endpoint whose writable sessions are still open. */
    public void switchWritingOff(Map<String, String> settings) {
        transport.drop(id(settings, true));
    }

    private static String id(Map<String, String> settings, boolean writable) {
        return "e" + settings.hashCode() + writable;
    }

    @Override
    public void close() {
        transport.close();
        workers.shutdownNow();
    }

    private static final class KnownKeys implements Trust {
        private final List<TrustedKey> keys = new ArrayList<>();

        @Override
        public synchronized List<TrustedKey> keys(String address) {
            return keys.stream().filter(key -> key.address().equals(address)).toList();
        }

        @Override
        public synchronized void accept(TrustedKey key) {
            keys.add(key);
        }

        @Override
        public synchronized void forget(String address, String fingerprint) {
            keys.removeIf(
                    key -> key.address().equals(address) && key.fingerprint().equals(fingerprint));
        }
    }

    private final class OpenVault implements Secrets {
        @Override
        public State state() {
            return State.OPEN;
        }

        @Override
        public void create(char[] passphrase) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unlock(char[] passphrase) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String renew(char[] passphrase) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void lock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<char[]> get(String name) {
            return Optional.ofNullable(secrets.get(name)).map(String::toCharArray);
        }

        @Override
        public Set<String> names() {
            return new TreeSet<>(secrets.keySet());
        }

        @Override
        public void put(String name, char[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
