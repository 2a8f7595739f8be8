package org.ronron.core.port;

import java.util.List;
import java.util.Optional;

/** The sample collectives that come with the program, as the text of their files. */
public interface Samples {
    /** Their names, as in {@code ./ronron status --sample <name>}. */
    List<String> names();

    /** The JSON text of one; empty when there is none of this name. */
    Optional<String> read(String name);
}
