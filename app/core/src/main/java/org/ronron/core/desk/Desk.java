package org.ronron.core.desk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ronron.api.Connector;
import org.ronron.api.Observation;
import org.ronron.core.model.Notes;
import org.ronron.core.port.Journal;

/**
 * The one front of core. Methods return at once and work on executors of their own; what changes is
 * seen in {@link #observe}. Futures fail with {@code RefusedException}, whose fault is for the eye.
 */
public interface Desk extends AutoCloseable {
    /**
     * Calls the observer with the current state now, and with each new one, in order, never twice
     * at the same time, from a thread of the desk.
     */
    Subscription observe(Consumer<DeskState> observer);

    DeskState state();

    /** Connectors by type. */
    List<Connector> connectors();

    Staging staging();

    Operations operations();

    Configuring configuring();

    SpaceDesk spaces();

    BackupDesk backups();

    FindingDesk findings();

    Vault vault();

    /**
     * Calls the observer with what the one who sits here is told, as it comes; from a thread of the
     * desk.
     */
    default Subscription news(Consumer<List<News>> heard) {
        return () -> {};
    }

    CompletableFuture<Void> open(String collectiveId);

    /** A sample collective, read-only for ever; made in the workspace when opened first. */
    CompletableFuture<Void> openSample(String name);

    CompletableFuture<Void> create(String name, String kind);

    /** Back to the welcome page. */
    void closeCollective();

    /** Asks every endpoint of the collective, each on its own. */
    CompletableFuture<Void> refresh();

    /** Asks this endpoint again. */
    default CompletableFuture<Void> refresh(String endpointId) {
        return refresh();
    }

    /** Opens the draft, asks once, keeps nothing; a trust question shows in the state. */
    CompletableFuture<Observation> test(EndpointDraft draft);

    /** Keeps the connection, its secrets in the vault, read-only. */
    CompletableFuture<Void> add(EndpointDraft draft);

    CompletableFuture<Void> remove(String endpointId);

    /** Accepts the key or certificate that a question shows, for ever. */
    CompletableFuture<Void> accept(DeskState.TrustQuestion question);

    /** Puts a question away without trusting. */
    void dismiss(DeskState.TrustQuestion question);

    /** Forgets what was trusted at an address, so that the new key can be asked for. */
    CompletableFuture<Void> forget(DeskState.TrustQuestion question);

    /** Switches writing on for a time. */
    CompletableFuture<Void> allowWriting(String endpointId, Duration time);

    /** This endpoint read-only again, now. */
    default CompletableFuture<Void> readOnly(String endpointId) {
        return readOnlyAll();
    }

    /** Everything read-only, now: operations stop handing out steps. */
    CompletableFuture<Void> readOnlyAll();

    /**
     * @param subject {@code zone:<name>} or {@code node:<id>}
     */
    CompletableFuture<Void> setNotes(String subject, Notes notes);

    /** Our own word on where a machine stands: an edit of the model only. */
    CompletableFuture<Void> setZoneByHand(String nodeId, String zone);

    /**
     * Our own word on what a machine is: {@code home}, {@code rented}, {@code vm}, {@code region}.
     */
    CompletableFuture<Void> setMachineKind(String nodeId, String kind);

    /**
     * Who writes the configuration of a node: empty, {@code salt}, {@code nixos}, {@code other}.
     */
    CompletableFuture<Void> setOwner(String nodeId, String owner);

    /** Puts a machine away that no system names any more; one that comes back is shown again. */
    CompletableFuture<Void> dismissGone(String nodeId);

    CompletableFuture<Void> setPreference(String key, String value);

    /**
     * Writes the whole history, newest first, into a file of this person's choosing: whole, or not
     * at all.
     *
     * @param path absolute; what stands there is replaced
     * @param form makes the file of the lines; called on a thread of the desk
     */
    CompletableFuture<Void> exportHistory(
            String path, Function<List<Journal.HistoryRow>, byte[]> form);

    /**
     * Writes a file of this person's choosing: whole, or not at all.
     *
     * @param path absolute; what stands there is replaced
     * @param form makes the file; called on a thread of the desk
     */
    CompletableFuture<Void> exportFile(String path, Supplier<byte[]> form);

    /** Stops; running steps end or reach their deadline. */
    @Override
    void close();
}
