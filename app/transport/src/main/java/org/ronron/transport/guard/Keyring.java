package org.ronron.transport.guard;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/**
 * One endpoint's secrets, fetched at the last moment and wiped after use.
 *
 * @param names setting key to the secret's name in the vault
 */
public record Keyring(Secrets secrets, String endpoint, Map<String, String> names) {
    public Keyring {
        names = Map.copyOf(names);
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
        if (secrets.state() == Secrets.State.LOCKED) {
            throw new ConnectorException(Fault.of(OwnError.VAULT_LOCKED, endpoint, "secret", key));
        }
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
