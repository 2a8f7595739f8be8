package org.ronron.core.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Connector;
import org.ronron.api.Json;
import org.ronron.core.findings.Findings;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.model.ObservationJson;
import org.ronron.core.model.RequestBook;
import org.ronron.core.model.SafetyBook;
import org.ronron.core.model.SpaceBook;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Samples;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** The same pictures as the desk's, made once from what is kept, asking no system. Any thread. */
public final class Pictures {
    private final Samples samples;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Set<String> keepers;

    /**
     * @param connectors all that there are: which of them keep backups tells what is not saved
     * @param zone in which a day begins for who asks
     */
    public Pictures(
            Samples samples, Collection<Connector> connectors, InstantSource clock, ZoneId zone) {
        this.zone = zone;
        this.samples = samples;
        this.clock = clock;
        this.keepers = DeskPorts.keepers(connectors);
    }

    /** A sample as published; empty when there is none of this name. */
    public Optional<Collective> sample(String name) throws RefusedException {
        if (!samples.names().contains(name)) {
            return Optional.empty();
        }
        Sample sample = new SampleLoader(samples).load(name);
        return Optional.of(picture(sample.row(), List.of(sample.heard()), sample.edits()));
    }

    /**
     * A collective as it was last seen.
     *
     * @param name without regard to case; empty for the one used last
     * @return empty when there is none
     */
    public Optional<Collective> stored(Workspace workspace, Optional<String> name)
            throws RefusedException, StorageException {
        String last = workspace.preferences().getOrDefault(Preferences.COLLECTIVE, "");
        for (Workspace.CollectiveRow row : workspace.collectives()) {
            boolean wanted = name.map(row.name()::equalsIgnoreCase).orElse(row.id().equals(last));
            if (wanted) {
                return row.kind().equals(SampleLoader.TYPE)
                        ? sample(row.id().substring(SampleLoader.PREFIX.length()))
                        : Optional.of(stored(workspace, row));
            }
        }
        return Optional.empty();
    }

    /** The names of the collectives that were made here, in their order; samples are none. */
    public static List<String> names(Workspace workspace) throws StorageException {
        return workspace.collectives().stream()
                .filter(row -> !row.kind().equals(SampleLoader.TYPE))
                .map(Workspace.CollectiveRow::name)
                .toList();
    }

    private Collective stored(Workspace workspace, Workspace.CollectiveRow row)
            throws StorageException {
        List<Heard> heard = new ArrayList<>();
        for (Workspace.EndpointRow endpoint : workspace.endpoints(row.id())) {
            Heard nothing = Heard.nothing(endpoint);
            heard.add(
                    workspace
                            .observation(endpoint.id())
                            .flatMap(ObservationJson::read)
                            .map(nothing::said)
                            .orElse(nothing));
        }
        Map<String, Map<String, Json.Obj>> edits = new HashMap<>();
        for (String kind : Edits.KINDS) {
            edits.put(kind, workspace.edits(row.id(), kind));
        }
        return picture(row, heard, new Edits(edits));
    }

    private Collective picture(Workspace.CollectiveRow row, List<Heard> heard, Edits edits) {
        Instant now = clock.instant();
        Collective joined =
                CollectiveBuilder.build(row, heard, edits, now, Table.POLL)
                        .with(
                                new SpaceBook().spaces(heard, edits),
                                RequestBook.requests(heard, edits));
        return Findings.complete(
                new SafetyBook(keepers).join(joined, heard, now),
                List.of(),
                edits,
                LocalDate.ofInstant(now, zone));
    }
}
