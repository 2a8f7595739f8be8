package org.ronron.ui.pages;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.desk.Vault;
import org.ronron.core.port.Secrets;

/** The vault of a desk that writes down what it is asked. */
record FakeVault(FakeDesk desk) implements Vault {
    @Override
    public CompletableFuture<Void> create(char[] passphrase) {
        return desk.act("createVault", "");
    }

    @Override
    public CompletableFuture<Void> unlock(char[] passphrase) {
        return desk.act("unlockVault", "");
    }

    @Override
    public CompletableFuture<Void> lock() {
        return desk.act("lockVault", "");
    }

    @Override
    public CompletableFuture<String> renew(char[] passphrase) {
        desk.calls.add("renewVault");
        return CompletableFuture.completedFuture("vault.aside-1");
    }

    @Override
    public CompletableFuture<List<Unused>> unused() {
        boolean gone = desk.calls.stream().anyMatch(c -> c.startsWith("discard "));
        Unused one =
                new Unused(
                        "made/7K2F/s3-key",
                        "s3-key",
                        Optional.of("Créer le bucket de chats.example"));
        return CompletableFuture.completedFuture(gone ? List.of() : List.of(one));
    }

    @Override
    public CompletableFuture<Void> discard(String name) {
        return desk.act("discard", name);
    }

    @Override
    public Secrets.Keyring keyring() {
        return Secrets.Keyring.NONE;
    }

    @Override
    public CompletableFuture<Void> unlockByKeyring() {
        return desk.act("unlockByKeyring", "");
    }

    @Override
    public CompletableFuture<Void> useKeyring(boolean use) {
        return desk.act("useKeyring", "" + use);
    }

    @Override
    public void touched() {}
}
