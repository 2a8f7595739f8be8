package org.ronron.launcher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Connector;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskPorts;
import org.ronron.core.desk.DraftSecrets;
import org.ronron.core.desk.LiveDesk;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.UlidIds;
import org.ronron.store.Store;
import org.ronron.transport.Transport;
import org.ronron.transport.vault.Argon2Cost;
import org.ronron.transport.vault.SecretTool;
import org.ronron.transport.vault.SessionKeyring;
import org.ronron.transport.vault.VaultFile;
import org.ronron.ui.window.NewsTexts;

/** One folder's rooms, put together: the store, the vault, the wires and the desk. */
final class House implements AutoCloseable {
    private final Store store;
    private final Threads threads;
    private final Transport transport;
    private final LiveDesk desk;
    private final CompletableFuture<Void> started;

    private House(
            Store store,
            Threads threads,
            Transport transport,
            LiveDesk desk,
            CompletableFuture<Void> started) {
        this.started = started;
        this.store = store;
        this.threads = threads;
        this.transport = transport;
        this.desk = desk;
    }

    /**
     * Opens the folder and takes up what was left in it.
     *
     * @param held secrets that live in this process only, instead of the vault; for practice
     * @throws StorageException when the folder cannot be used; nothing stays open then
     */
    static House open(
            Path home, List<Connector> connectors, Optional<Secrets> held, CrashPoint crash)
            throws StorageException {
        InstantSource clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        Ids ids = new UlidIds(clock, random);
        Store store = Store.open(home, clock, ids, crash);
        Secrets vault = held.orElseGet(() -> vault(home, random));
        DraftSecrets secrets = new DraftSecrets(vault);
        Threads threads = new Threads();
        Transport transport = new Transport(store.trust(), secrets, clock, random, threads.io());
        LiveDesk desk =
                new LiveDesk(
                        new DeskPorts(
                                store.workspace(),
                                store.journal(),
                                store.rescue(),
                                store.trust(),
                                secrets,
                                transport,
                                connectors,
                                new SampleFiles(),
                                BlueprintFiles.all(),
                                new HomeFiles(Path.of(System.getProperty("user.home"))),
                                ids,
                                random,
                                clock,
                                ZoneId.systemDefault(),
                                crash,
                                new NewsTexts(connectors, clock, Locale.getDefault())),
                        threads.desk());
        return new House(store, threads, transport, desk, desk.start());
    }

    private static VaultFile vault(Path home, SecureRandom random) {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return new VaultFile(
                home.resolve("vault"),
                random,
                Argon2Cost.PRODUCTION,
                linux ? new SecretTool(System.getenv()) : SessionKeyring.none());
    }

    /** Done when what was left of the collective used last has been taken up. */
    CompletableFuture<Void> started() {
        return started;
    }

    Desk desk() {
        return desk;
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        desk.close();
        threads.close();
        transport.close();
        try {
            store.close();
        } catch (StorageException e) {
            throw new IllegalStateException("the store did not close: " + e.fault(), e);
        }
    }
}
