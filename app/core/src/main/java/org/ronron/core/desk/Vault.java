package org.ronron.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.port.Secrets;

/**
 * The vault as a person has it: one passphrase opens it, and it locks itself when nobody is there.
 * What is shown stays; an operation under way keeps the secrets that its remaining steps need, but
 * not over a sleep: it then waits for the passphrase, and goes on by itself.
 *
 * <p>Any thread; returns at once. Passphrases are wiped. Futures fail with {@code
 * RefusedException}.
 */
public interface Vault {
    CompletableFuture<Void> create(char[] passphrase);

    /** Opens it; whatever waited for it is asked, and goes on. */
    CompletableFuture<Void> unlock(char[] passphrase);

    /** Whether the keyring of the person's session may open it; answers at once. */
    Secrets.Keyring keyring();

    /** Opens it with the key in the session's keyring, as {@link #unlock} does. */
    CompletableFuture<Void> unlockByKeyring();

    /** Lets the session's keyring open it from now on, or no more. */
    CompletableFuture<Void> useKeyring(boolean use);

    CompletableFuture<Void> lock();

    /**
     * Begins a new vault where the passphrase is forgotten: the secrets are lost, and nothing else.
     * Connections stay and ask for their secrets again.
     *
     * @return the name under which the old file is kept
     */
    CompletableFuture<String> renew(char[] passphrase);

    /**
     * Secrets that Ronron made and that no step has sent, nor will by itself. Needs an open vault.
     */
    CompletableFuture<List<Unused>> unused();

    /** Removes one of {@link #unused}; refused when it is none of them. */
    CompletableFuture<Void> discard(String name);

    /**
     * A secret that was made for nothing.
     *
     * @param name in the vault
     * @param label what it was to be for
     * @param operation that it was made for; empty when nobody knows of it
     */
    record Unused(String name, String label, Optional<String> operation) {}

    /** A person is there: a key or the pointer moved. Cheap enough for every such event. */
    void touched();
}
