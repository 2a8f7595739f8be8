package org.ronron.core.desk;

import java.util.concurrent.CompletableFuture;

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

    CompletableFuture<Void> lock();

    /**
     * Begins a new vault where the passphrase is forgotten: the secrets are lost, and nothing else.
     * Connections stay and ask for their secrets again.
     *
     * @return the name under which the old file is kept
     */
    CompletableFuture<String> renew(char[] passphrase);

    /** A person is there: a key or the pointer moved. Cheap enough for every such event. */
    void touched();
}
