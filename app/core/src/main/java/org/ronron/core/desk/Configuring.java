package org.ronron.core.desk;

import java.util.concurrent.CompletableFuture;
import org.ronron.api.Observation;
import org.ronron.core.hosts.HostList;
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

    /** Machines of {@link OwnFiles#SSH_CONFIG}, read now and only now. */
    CompletableFuture<HostList> sshHosts();

    /**
     * Tries a draft beside others, a few at a time, and keeps nothing. Fails only when Ronron is
     * closing: whatever a machine does is in the answer.
     */
    CompletableFuture<Trial> tryOut(EndpointDraft draft);

    /** Lets go of the questions of all trials. */
    void trialsOver();

    /**
     * Keeps a connection that has just been tried, with our own words on its one machine.
     *
     * @param seen what it answered; taken as heard
     * @param zone by hand; empty for none
     * @param role into the machine's notes; empty for none
     */
    CompletableFuture<Void> add(EndpointDraft draft, Observation seen, String zone, String role);
}
