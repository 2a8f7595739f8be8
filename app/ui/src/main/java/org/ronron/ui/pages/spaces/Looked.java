package org.ronron.ui.pages.spaces;

import java.time.Instant;
import java.util.List;
import org.ronron.api.Fault;
import org.ronron.core.model.Space;

/**
 * What a close look saw.
 *
 * @param faults of systems that could not be asked
 */
record Looked(Instant at, List<Space.Link> links, List<Fault> faults) {
    Looked {
        links = List.copyOf(links);
        faults = List.copyOf(faults);
    }

    /** Whether the endpoint of this name could not be asked. */
    boolean missed(String endpointName) {
        return faults.stream().anyMatch(f -> f.endpoint().equals(endpointName));
    }
}
