package org.ronron.cli;

import java.util.List;
import java.util.Optional;
import org.ronron.core.model.Collective;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** The pictures that {@code status} prints; given by the composition root. */
public interface Views {
    /** A sample by its name; empty when there is none. */
    Optional<Collective> sample(String name) throws RefusedException;

    /** What {@link #sample} knows. */
    List<String> samples();

    /** The collectives of the workspace, by name, samples left out. Reads only. */
    List<String> collectives() throws StorageException;

    /**
     * A collective of the workspace as it was last seen, by name, or the one used last; empty when
     * there is none. Opens the workspace for reading only.
     */
    Optional<Collective> stored(Optional<String> name) throws RefusedException, StorageException;
}
