package org.ronron.core.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.port.Journal;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Workspace;

/**
 * Everything that the window shows, at one moment; immutable.
 *
 * @param collective empty on the welcome page
 * @param staged in the order they were staged
 * @param trouble a fault of Ronron's own rooms that stands until it is mended (disk full,
 *     read-only)
 * @param refreshing whether endpoints are being asked now
 * @param at when this state was made, for ages
 */
public record DeskState(
        Optional<Collective> collective,
        List<Workspace.CollectiveRow> collectives,
        List<NodeChange> staged,
        List<OperationView> operations,
        List<Journal.HistoryRow> history,
        List<TrustQuestion> questions,
        Secrets.State vault,
        Map<String, String> preferences,
        Optional<Fault> trouble,
        boolean refreshing,
        Instant at) {
    /**
     * A key or certificate that a person has to look at.
     *
     * @param changed true when another key is trusted at this address: it cannot be accepted here,
     *     the old one has to be forgotten first, as an act of its own
     * @param certificate what else is to be seen of a certificate; empty for an SSH host key
     */
    public record TrustQuestion(
            String endpointId,
            String endpointName,
            String address,
            String algorithm,
            String fingerprint,
            String known,
            boolean changed,
            Optional<Certificate> certificate) {
        /** Of an SSH host key. */
        public TrustQuestion(
                String endpointId,
                String endpointName,
                String address,
                String algorithm,
                String fingerprint,
                String known,
                boolean changed) {
            this(
                    endpointId,
                    endpointName,
                    address,
                    algorithm,
                    fingerprint,
                    known,
                    changed,
                    Optional.empty());
        }
    }

    /**
     * What a certificate says of itself; all but {@code why} and the days are its server's words.
     *
     * @param why why it is asked, as a detail of {@code R-TRUST-01}: words for the texts
     * @param names host names and addresses, separated by commas; empty when it has none
     * @param from in ISO 8601, UTC
     * @param until in ISO 8601, UTC
     */
    public record Certificate(
            String why, String subject, String names, String from, String until) {}

    public DeskState {
        collectives = List.copyOf(collectives);
        staged = List.copyOf(staged);
        operations = List.copyOf(operations);
        history = List.copyOf(history);
        questions = List.copyOf(questions);
        preferences = Map.copyOf(preferences);
    }

    /** Before anything was read. */
    static DeskState nothingYet(DeskPorts ports) {
        return new DeskState(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ports.secrets().state(),
                Map.of(),
                Optional.empty(),
                false,
                ports.clock().instant());
    }
}
