package org.ronron.launcher;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Connector;
import org.ronron.cli.Views;
import org.ronron.core.desk.Pictures;
import org.ronron.core.model.Collective;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.store.Store;

/**
 * What the command line may read of the workspace, also beside a window that is open. Changes
 * nothing.
 */
final class Readings implements Views {
    private final Path home;
    private final InstantSource clock;
    private final Pictures pictures;

    Readings(Path home, Collection<Connector> connectors, InstantSource clock) {
        this.home = home;
        this.clock = clock;
        this.pictures = new Pictures(new SampleFiles(), connectors, clock, ZoneId.systemDefault());
    }

    @Override
    public List<String> samples() {
        return new SampleFiles().names();
    }

    @Override
    public List<String> collectives() throws StorageException {
        try (Store store = Store.openForReading(home, clock)) {
            return Pictures.names(store.workspace());
        }
    }

    @Override
    public Optional<Collective> sample(String name) throws RefusedException {
        return pictures.sample(name);
    }

    @Override
    public Optional<Collective> stored(Optional<String> name)
            throws RefusedException, StorageException {
        try (Store store = Store.openForReading(home, clock)) {
            return pictures.stored(store.workspace(), name);
        }
    }

    /** What the workspace trusts. */
    Trust trust() {
        return new Trust() {
            @Override
            public List<TrustedKey> keys(String address) throws StorageException {
                try (Store store = Store.openForReading(home, clock)) {
                    return store.trust().keys(address);
                }
            }

            @Override
            public void accept(TrustedKey key) {
                throw new IllegalStateException("the command line accepts no key");
            }

            @Override
            public void forget(String address, String fingerprint) {
                throw new IllegalStateException("the command line forgets no key");
            }
        };
    }
}
