package org.ronron.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.ronron.cli.Views;
import org.ronron.core.model.Collective;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.store.Store;

/** What the command line may read of the workspace, beside a window that is open. Changes nothing. */
final class Readings implements Views {
    private final Path home;
    private final InstantSource clock;

    Readings(Path home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Optional<Collective> sample(String name) throws RefusedException {
        return Optional.empty();
    }

    @Override
    public Optional<Collective> stored(Optional<String> name) throws StorageException {
        return Optional.empty();
    }

    /** What the workspace trusts; nothing when there is none yet, or it cannot be read. */
    Optional<Trust> trust() {
        return Optional.empty();
    }
}
