package org.ronron.transport.guard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.MadeSecret;
import org.ronron.api.Setting;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/**
 * One endpoint's secrets, fetched at the last moment and wiped after use.
 *
 * @param names setting key to the secret's name in the vault
 * @param writers key of a secret to the key of the one that takes its place in changing calls
 */
public record Keyring(
        Secrets secrets, String endpoint, Map<String, String> names, Map<String, String> writers) {
    public Keyring {
        names = Map.copyOf(names);
        writers = Map.copyOf(writers);
    }

    /** Of an endpoint all of whose secrets serve for every call. */
    public Keyring(Secrets secrets, String endpoint, Map<String, String> names) {
        this(secrets, endpoint, names, Map.of());
    }

    /** Of a connector with these settings, which say what stands in place of what. */
    public static Keyring of(
            Secrets secrets, String endpoint, Map<String, String> names, List<Setting> settings) {
        Map<String, String> writers = new HashMap<>();
        for (Setting setting : settings) {
            setting.inPlaceOf().ifPresent(replaced -> writers.put(replaced, setting.key()));
        }
        return new Keyring(secrets, endpoint, names, writers);
    }

    /** The key of the secret to show in a changing call: the writing one where it is given. */
    public String forChange(String key) {
        String writer = writers.getOrDefault(key, key);
        return has(writer) ? writer : key;
    }

    /** Whether the endpoint names a secret for this setting; the vault is not asked. */
    public boolean has(String key) {
        return names.containsKey(key);
    }

    /**
     * What {@code use} makes of the secret; the characters are wiped when it returns.
     *
     * @throws ConnectorException {@link CommonError#SECRET_MISSING}, {@link OwnError#VAULT_LOCKED},
     *     or the vault's own fault
     */
    public <T> T with(String key, Function<char[], T> use) throws ConnectorException {
        String name = names.get(key);
        if (name == null) {
            throw missing(key);
        }
        return named(name, key, use);
    }

    /** As {@link #with}, of a secret that Ronron made. */
    public <T> T made(MadeSecret secret, Function<char[], T> use) throws ConnectorException {
        return named(secret.name(), secret.label(), use);
    }

    /** Whether it is at hand although the vault is locked is for the vault to say. */
    private <T> T named(String name, String key, Function<char[], T> use)
            throws ConnectorException {
        char[] value;
        try {
            value = secrets.get(name).orElseThrow(() -> missing(key));
        } catch (StorageException e) {
            Fault own = e.fault();
            throw new ConnectorException(
                    new Fault(own.code(), endpoint, own.effect(), own.details())
                            .with("secret", key),
                    e);
        }
        try {
            return use.apply(value);
        } finally {
            Arrays.fill(value, '\0');
        }
    }

    private ConnectorException missing(String key) {
        return new ConnectorException(
                Fault.of(CommonError.SECRET_MISSING, endpoint, "secret", key));
    }

    /** Without the map of names, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "Keyring[" + endpoint + "]";
    }
}
