package org.ronron.core.desk;

import java.util.concurrent.CompletableFuture;
import org.ronron.api.Observation;
import org.ronron.core.port.OwnFiles;

/** How connections are configured, beyond adding one and removing it. As {@link Desk}. */
public interface Configuring {
    /**
     * As {@link Desk#test}, for a connection that is there: of its secrets, those that the draft
     * does not name are taken from the vault.
     */
    CompletableFuture<Observation> test(String endpointId, EndpointDraft draft);

    /**
     * Keeps a connection as the draft has it, under its id: a secret that the draft does not name
     * stays in the vault, one that is empty in it is forgotten. Its line is dropped, and writing
     * ends, unless only the name is another. Refused while an operation makes a call on it; not
     * while one waits: a machine that was carried may have another address.
     */
    CompletableFuture<Void> edit(String endpointId, EndpointDraft draft);

    /** What can be told of a file of this person that a connection names; nothing is kept of it. */
    CompletableFuture<OwnFiles.Look> lookAt(String path);
}
