package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.Observation;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.UlidIds;
import org.ronron.core.port.Workspace;

/**
 * What has been heard of one endpoint so far.
 *
 * @param last what it said last, perhaps in an earlier run
 * @param fault why it did not answer since, if so
 * @param answered when it said {@code last}
 */
public record Heard(
        Workspace.EndpointRow row,
        Optional<Observation> last,
        Optional<Fault> fault,
        Optional<Instant> answered) {

    /** A connection of which nothing has been heard yet. */
    public static Heard nothing(Workspace.EndpointRow row) {
        return new Heard(row, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** It answered: what it said, and no fault. */
    public Heard said(Observation observation) {
        return new Heard(
                row, Optional.of(observation), Optional.empty(), Optional.of(observation.at()));
    }

    /** It did not answer; what it said before stays, with its age. */
    public Heard failed(Fault why) {
        return new Heard(row, last, Optional.of(why), answered);
    }

    /** As if it had not failed: a person has done something about it. */
    public Heard cleared() {
        return new Heard(row, last, Optional.empty(), answered);
    }

    /** Its connection has changed. */
    public Heard with(Workspace.EndpointRow changed) {
        return new Heard(changed, last, fault, answered);
    }

    /** How the endpoint is, now. */
    EndpointView.State state(Instant now, Duration fresh) {
        if (fault.isPresent()) {
            return switch (fault.get().code()) {
                case CommonError.TRUST_UNKNOWN -> EndpointView.State.ASKING;
                case CommonError.TRUST_CHANGED,
                        CommonError.LOGIN_REFUSED,
                        CommonError.RIGHT_MISSING ->
                        EndpointView.State.STOPPED;
                case OwnError.VAULT_LOCKED -> EndpointView.State.LOCKED;
                default -> EndpointView.State.SILENT;
            };
        }
        if (answered.isEmpty()) {
            return EndpointView.State.NEVER_ASKED;
        }
        boolean recent = !answered.get().plus(fresh).isBefore(now);
        return recent ? EndpointView.State.FINE : EndpointView.State.SILENT;
    }

    EndpointView view(Instant now, Duration fresh) {
        return new EndpointView(
                row.id(),
                row.type(),
                row.name(),
                address(),
                state(now, fresh),
                last.map(Observation::version).orElse(""),
                last.map(Observation::fingerprint).orElse(""),
                answered,
                fault,
                row.writableUntil() > now.toEpochMilli()
                        ? Optional.of(Instant.ofEpochMilli(row.writableUntil()))
                        : Optional.empty(),
                row.settings(),
                kept(),
                last.map(Observation::login).orElse(Login.NOT_TOLD));
    }

    /** A secret's name ends with the id under which it was kept, and that tells when. */
    private Map<String, Instant> kept() {
        Map<String, Instant> kept = new HashMap<>();
        row.secrets()
                .forEach(
                        (key, name) ->
                                Stream.of(name.split("/"))
                                        .flatMap(part -> UlidIds.time(part).stream())
                                        .reduce((first, last) -> last)
                                        .ifPresent(since -> kept.put(key, since)));
        row.secrets().keySet().forEach(key -> kept.putIfAbsent(key, Instant.EPOCH));
        return kept;
    }

    private String address() {
        String url = row.settings().getOrDefault("url", "");
        if (!url.isEmpty()) {
            return url;
        }
        String host = row.settings().getOrDefault("host", "");
        String port = row.settings().getOrDefault("port", "");
        return port.isEmpty() ? host : host + ":" + port;
    }
}
