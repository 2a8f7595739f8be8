package org.ronron.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Forecast;
import org.ronron.core.port.Journal;

/**
 * The steps that would carry changes out, as a value: it can be printed, stored and compared.
 *
 * @param id sortable id; {@link #shortId} is what people say
 * @param origins zone that each node of {@code changes} stood in, by node id: for words, and for
 *     the way back
 * @param basis fingerprint of each endpoint's observation that it was computed from
 * @param forecasts by cluster, what it does; in the order of the steps
 * @param services by name, those that stop where they are and start again elsewhere
 * @param undoes the operation that this plan takes back, if so
 * @param edits of our own model, kept in one transaction with its end
 */
public record Plan(
        String id,
        String collectiveId,
        List<Change> changes,
        Map<String, String> origins,
        Map<String, String> basis,
        Instant computed,
        List<Step> steps,
        List<ClusterForecast> forecasts,
        CutOff cutOff,
        List<String> services,
        Optional<String> undoes,
        List<Journal.ModelEdit> edits) {

    /** A forecast with the cluster it is of. */
    public record ClusterForecast(
            String endpointId, String type, String cluster, Forecast forecast) {}

    /** Who is cut off while it runs, and for how long. */
    public enum CutOff {
        NOBODY,
        NOT_KNOWN,
        /** Services that start again elsewhere, for the time of their start. */
        SERVICES,
        /** The people of the one space that it is about. */
        SPACE
    }

    public Plan {
        changes = List.copyOf(changes);
        origins = Map.copyOf(origins);
        basis = Map.copyOf(basis);
        steps = List.copyOf(steps);
        forecasts = List.copyOf(forecasts);
        services = List.copyOf(services);
        edits = List.copyOf(edits);
    }

    /** A plan that edits nothing of our own model. */
    public Plan(
            String id,
            String collectiveId,
            List<Change> changes,
            Map<String, String> origins,
            Map<String, String> basis,
            Instant computed,
            List<Step> steps,
            List<ClusterForecast> forecasts,
            CutOff cutOff,
            List<String> services,
            Optional<String> undoes) {
        this(
                id,
                collectiveId,
                changes,
                origins,
                basis,
                computed,
                steps,
                forecasts,
                cutOff,
                services,
                undoes,
                List.of());
    }

    /** What it is about, if that is one space, or one request. */
    public Optional<SpaceChange> space() {
        return changes.stream()
                .filter(SpaceChange.class::isInstance)
                .map(SpaceChange.class::cast)
                .findFirst();
    }

    /** Whether it does nothing but tell people something. */
    public boolean tells() {
        return !changes.isEmpty() && changes.stream().allMatch(Tell.class::isInstance);
    }

    /** What it does with backups, if so. */
    public Optional<BackupChange> backup() {
        return changes.stream()
                .filter(BackupChange.class::isInstance)
                .map(BackupChange.class::cast)
                .findFirst();
    }

    /** A plan whose nodes' origins are not known. */
    public Plan(
            String id,
            String collectiveId,
            List<? extends Change> changes,
            Map<String, String> basis,
            Instant computed,
            List<Step> steps,
            List<ClusterForecast> forecasts,
            CutOff cutOff,
            Optional<String> undoes) {
        this(
                id,
                collectiveId,
                List.copyOf(changes),
                Map.of(),
                basis,
                computed,
                steps,
                forecasts,
                cutOff,
                List.of(),
                undoes);
    }

    /** Those of its changes that take a node to another zone. */
    public List<MoveNode> moves() {
        return changes.stream()
                .filter(MoveNode.class::isInstance)
                .map(MoveNode.class::cast)
                .toList();
    }

    /** The last four characters: enough to tell two plans of an evening apart. */
    public String shortId() {
        return id.substring(Math.max(0, id.length() - 4));
    }
}
