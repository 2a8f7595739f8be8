package org.ronron.core.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;

/**
 * Makes the secrets that Ronron gives away: each is in the vault, flushed, before the INTENT of the
 * step that sends it, and one that is there already is never made again. Safe from any thread.
 */
public final class SecretMaker {
    private final Secrets secrets;
    private final RandomGenerator random;

    /**
     * @param random has to be one for cryptography
     */
    public SecretMaker(Secrets secrets, RandomGenerator random) {
        this.secrets = secrets;
        this.random = random;
    }

    /** The secrets that a step sends. */
    static List<MadeSecret> of(Step step) {
        return step.action().map(Action::arguments).map(MadeSecret::in).orElse(List.of());
    }

    /** As the INTENT says it: by their names. */
    static Json.Obj named(Step step, Json.Obj body) {
        List<String> names = of(step).stream().map(MadeSecret::name).toList();
        return names.isEmpty() ? body : body.with("secrets", Json.texts(names));
    }

    /** Whether the step has to wait until a vault is open, to make or to read its secrets. */
    boolean locked(Step step) {
        return secrets.state() != Secrets.State.OPEN && of(step).stream().anyMatch(s -> !there(s));
    }

    private boolean there(MadeSecret secret) {
        try {
            return found(secret);
        } catch (StorageException locked) {
            return false;
        }
    }

    private boolean found(MadeSecret secret) throws StorageException {
        Optional<char[]> value = secrets.get(secret.name());
        value.ifPresent(v -> Arrays.fill(v, '\0'));
        return value.isPresent();
    }

    /**
     * Makes those of a step that are not there yet.
     *
     * @throws StorageException when one could not be kept; the step must not be begun then
     */
    void make(Step step) throws StorageException {
        for (MadeSecret secret : of(step)) {
            if (!found(secret)) {
                char[] value = value(secret.kind());
                try {
                    secrets.put(secret.name(), value);
                } finally {
                    Arrays.fill(value, '\0');
                }
            }
        }
    }

    private char[] value(MadeSecret.Kind kind) {
        char[] value = new char[kind.prefix().length() + kind.length()];
        kind.prefix().getChars(0, kind.prefix().length(), value, 0);
        for (int i = kind.prefix().length(); i < value.length; i++) {
            value[i] = kind.alphabet().charAt(random.nextInt(kind.alphabet().length()));
        }
        return value;
    }
}
