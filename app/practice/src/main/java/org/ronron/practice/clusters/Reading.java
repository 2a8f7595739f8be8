package org.ronron.practice.clusters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Watch;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.port.Workspace;

/**
 * From a server's answers to the picture of a collective, by the way that the house itself goes:
 * the connector reads, core joins.
 *
 * @param nomad the connector
 */
public record Reading(Connector nomad, MemoryNomad server, InstantSource clock) {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Workspace.CollectiveRow ROW =
            new Workspace.CollectiveRow("bench", "Bench", "own");

    /** Reads everything once. */
    public Collective once() {
        try (Session session = nomad.open(new MemoryHost(server, clock))) {
            return joined(session.capability(Inventory.class).orElseThrow().observe());
        } catch (ConnectorException e) {
            throw new IllegalStateException("not read: " + e.fault(), e);
        }
    }

    /** Reads everything and follows what changes; blocks until its thread is interrupted. */
    public void follow(Consumer<Collective> heard) {
        try (Session session = nomad.open(new MemoryHost(server, clock))) {
            Watch watch = session.capability(Watch.class).orElseThrow();
            watch.watch(observation -> heard.accept(joined(observation)));
        } catch (ConnectorException e) {
            throw new IllegalStateException("not read: " + e.fault(), e);
        }
    }

    private Collective joined(Observation observation) {
        return joined(List.of(Heard.nothing(endpoint()).said(observation)), clock.instant());
    }

    /** A collective of which nothing is known yet. */
    public Collective nothing() {
        return joined(List.of(Heard.nothing(endpoint())), clock.instant());
    }

    private static Collective joined(List<Heard> heard, Instant now) {
        return CollectiveBuilder.build(ROW, heard, Edits.NONE, now, POLL);
    }

    private Workspace.EndpointRow endpoint() {
        String type = nomad.descriptor().id();
        Map<String, String> settings = Map.of("url", MemoryHost.URL);
        return new Workspace.EndpointRow(
                MemoryHost.ENDPOINT, ROW.id(), type, type, settings, Map.of(), 0);
    }
}
