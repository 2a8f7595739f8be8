package org.ronron.practice.clusters;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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
        return after(nothing());
    }

    /** Reads everything once more, as a desk does that has this picture. */
    public Collective after(Collective before) {
        try (Session session = nomad.open(new MemoryHost(server, clock))) {
            return joined(before, session.capability(Inventory.class).orElseThrow().observe());
        } catch (ConnectorException e) {
            throw new IllegalStateException("not read: " + e.fault(), e);
        }
    }

    /** Reads everything and follows what changes; blocks until its thread is interrupted. */
    public void follow(Consumer<Collective> heard) {
        try (Session session = nomad.open(new MemoryHost(server, clock))) {
            Watch watch = session.capability(Watch.class).orElseThrow();
            AtomicReference<Collective> last = new AtomicReference<>(nothing());
            watch.watch(
                    observation -> heard.accept(last.updateAndGet(c -> joined(c, observation))));
        } catch (ConnectorException e) {
            throw new IllegalStateException("not read: " + e.fault(), e);
        }
    }

    private Collective joined(Collective before, Observation observation) {
        List<Heard> heard = List.of(Heard.nothing(endpoint()).said(observation));
        return CollectiveBuilder.after(
                before.nodes(), ROW, heard, Edits.NONE, clock.instant(), POLL);
    }

    /** A collective of which nothing is known yet. */
    public Collective nothing() {
        List<Heard> heard = List.of(Heard.nothing(endpoint()));
        return CollectiveBuilder.build(ROW, heard, Edits.NONE, clock.instant(), POLL);
    }

    private Workspace.EndpointRow endpoint() {
        String type = nomad.descriptor().id();
        Map<String, String> settings = Map.of("url", MemoryHost.URL);
        return new Workspace.EndpointRow(
                MemoryHost.ENDPOINT, ROW.id(), type, type, settings, Map.of(), 0);
    }
}
