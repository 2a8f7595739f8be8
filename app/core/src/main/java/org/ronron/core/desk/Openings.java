package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Observation;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.model.ObservationJson;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Collectives are made, opened and put away. State thread only. */
final class Openings {
    private final DeskPorts ports;
    private final Table table;
    private final Chronicle chronicle;
    private final Words words;
    private final SampleLoader samples;

    Openings(DeskPorts ports, Table table, Chronicle chronicle, Words words) {
        this.ports = ports;
        this.table = table;
        this.chronicle = chronicle;
        this.words = words;
        this.samples = new SampleLoader(ports.samples());
    }

    void load() throws StorageException {
        table.preferences = Preferences.usable(ports.workspace().preferences());
        table.collectives = ports.workspace().collectives();
    }

    /** The collective used last, if it is still there. */
    Optional<String> last() {
        String id = table.preferences.getOrDefault(Preferences.COLLECTIVE, "");
        return table.collectives.stream()
                .map(Workspace.CollectiveRow::id)
                .filter(id::equals)
                .findFirst();
    }

    void open(String collectiveId) throws RefusedException, StorageException {
        if (collectiveId.startsWith(SampleLoader.PREFIX)) {
            openSample(collectiveId.substring(SampleLoader.PREFIX.length()));
            return;
        }
        Workspace.CollectiveRow row =
                table.collectives.stream()
                        .filter(c -> c.id().equals(collectiveId))
                        .findFirst()
                        .orElseThrow(() -> Refuse.internal("no collective " + collectiveId));
        List<Heard> known = new ArrayList<>();
        for (Workspace.EndpointRow endpoint : ports.workspace().endpoints(collectiveId)) {
            Optional<Observation> last =
                    ports.workspace().observation(endpoint.id()).flatMap(ObservationJson::read);
            Heard nothing = Heard.nothing(endpoint);
            known.add(last.map(nothing::said).orElse(nothing));
        }
        Edits edits = words.load(collectiveId);
        table.open(row, known, edits, Edits.NONE);
        table.staged = staged(collectiveId);
        remember(collectiveId);
    }

    void openSample(String name) throws RefusedException, StorageException {
        Sample sample = samples.load(name);
        if (!table.collectives.contains(sample.row())) {
            keep(sample.row());
        }
        Edits edits = words.load(sample.row().id());
        table.open(sample.row(), List.of(sample.heard()), edits, sample.edits());
        remember(sample.row().id());
    }

    private void keep(Workspace.CollectiveRow sample) throws StorageException {
        try {
            ports.workspace().saveCollective(sample);
        } catch (StorageException failed) {
            table.trouble = Optional.of(failed.fault());
        }
        table.collectives = ports.workspace().collectives();
    }

    void create(String name, String kind) throws RefusedException, StorageException {
        if (name.isBlank()) {
            throw Refuse.setting("name", name);
        }
        if (!kind.equals("own") && !kind.equals("practice")) {
            throw Refuse.setting("kind", kind);
        }
        boolean taken =
                table.collectives.stream()
                        .filter(c -> !c.kind().equals(SampleLoader.TYPE))
                        .anyMatch(c -> c.name().equalsIgnoreCase(name.strip()));
        if (taken) {
            throw Refuse.of(OwnError.NAME_TAKEN, "", "name", name.strip());
        }
        String id = ports.ids().next();
        ports.workspace().saveCollective(new Workspace.CollectiveRow(id, name.strip(), kind));
        table.collectives = ports.workspace().collectives();
        chronicle.write(id, "history.created", "name", name.strip());
        open(id);
    }

    void close() {
        table.close();
        remember("");
    }

    private Staged staged(String collectiveId) throws StorageException {
        return Optional.ofNullable(
                        ports.workspace().edits(collectiveId, Staged.KIND).get(Staged.SUBJECT))
                .map(Staged::read)
                .orElse(Staged.NONE);
    }

    /** A disk that takes nothing any more hinders nobody from looking. */
    private void remember(String collectiveId) {
        try {
            chronicle.reload();
            ports.workspace().savePreference(Preferences.COLLECTIVE, collectiveId);
            table.preferences = Preferences.usable(ports.workspace().preferences());
        } catch (StorageException failed) {
            table.trouble = Optional.of(failed.fault());
        }
    }
}
