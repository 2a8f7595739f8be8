package org.ronron.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.Connector;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.StorageException;
import org.ronron.practice.collective.PracticeOwner;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticeServers;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.resources.Texts;

/**
 * A house to practise in: a folder and servers of its own, which go when it is closed. Nothing in
 * it reaches the person's own folder or a machine that is not its own.
 */
final class PracticeRoom implements AutoCloseable {
    private final ExecutorService executor;
    private final TempFolder folder;
    private final PracticeServers servers;
    private final House house;

    private PracticeRoom(
            ExecutorService executor, TempFolder folder, PracticeServers servers, House house) {
        this.executor = executor;
        this.folder = folder;
        this.servers = servers;
        this.house = house;
    }

    /** Starts the servers and furnishes a new collective; takes some seconds. */
    static PracticeRoom open(List<Connector> connectors, Texts texts)
            throws IOException, StorageException {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        TempFolder folder = new TempFolder("practice-home");
        PracticeServers servers =
                PracticeServers.start(Programs.ofThisMachine(), executor, Clock.systemUTC());
        House house =
                House.open(
                        folder.path().resolve("home"),
                        connectors,
                        Optional.of(new HeldSecrets()),
                        CrashPoint.NONE);
        furnish(house, servers.plan(), texts).join();
        PracticeOwner.of(house.desk(), servers::changed);
        return new PracticeRoom(executor, folder, servers, house);
    }

    /**
     * Connects a house to practice servers.
     *
     * @return fails with {@code RefusedException} when that was not possible
     */
    static CompletableFuture<Void> furnish(House house, PracticePlan plan, Texts texts)
            throws StorageException {
        return plan.furnish(
                house.desk(),
                house.store().trust(),
                house.store().workspace(),
                texts.get("tour.collective"),
                Clock.systemUTC().millis());
    }

    /** A house in this folder with the servers' secrets, to be furnished or gone on with. */
    static House resume(Path home, List<Connector> connectors, PracticePlan plan)
            throws StorageException {
        HeldSecrets held = HeldSecrets.refilled(home, plan.secrets(), Clock.systemUTC());
        return House.open(home, connectors, Optional.of(held), CrashPoint.NONE);
    }

    House house() {
        return house;
    }

    @Override
    public void close() {
        house.close();
        servers.close();
        folder.close();
        executor.shutdownNow();
    }
}
