package org.ronron.core.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.GoneNode;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.port.Journal;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** Our own words on zones and machines: edits of the model, each with its line of history. */
final class Words {
    private static final Set<String> KINDS = Set.of("home", "rented", "vm", "region");
    private static final Set<String> OWNERS = Set.of("", "salt", "nixos", "other");

    private final DeskPorts ports;
    private final Table table;
    private final Chronicle chronicle;

    Words(DeskPorts ports, Table table, Chronicle chronicle) {
        this.ports = ports;
        this.table = table;
        this.chronicle = chronicle;
    }

    /** All edits of a collective that its picture is made with. */
    Edits load(String collectiveId) throws StorageException {
        Map<String, Map<String, Json.Obj>> all = new HashMap<>();
        for (String kind : Edits.KINDS) {
            all.put(kind, ports.workspace().edits(collectiveId, kind));
        }
        return new Edits(all);
    }

    void notes(String subject, Notes notes) throws RefusedException, StorageException {
        Journal.ModelEdit edit = Edits.notes(table.row().id(), subject, notes);
        save(edit, "history.notes", "subject", shown(subject));
    }

    void zoneByHand(String nodeId, String zone) throws RefusedException, StorageException {
        Node node = node(nodeId);
        String place = zone.strip();
        save(
                Edits.zoneByHand(table.row().id(), node.id(), place),
                place.isEmpty() ? "history.zone-unset" : "history.zone-by-hand",
                "node",
                node.name(),
                "zone",
                place);
    }

    void machineKind(String nodeId, String kind) throws RefusedException, StorageException {
        Node node = node(nodeId);
        if (!KINDS.contains(kind)) {
            throw Refuse.setting("kind", kind);
        }
        save(
                Edits.machineKind(table.row().id(), node.id(), kind),
                "history.kind." + kind,
                "node",
                node.name());
    }

    void owner(String nodeId, String owner) throws RefusedException, StorageException {
        Node node = node(nodeId);
        if (!OWNERS.contains(owner)) {
            throw Refuse.setting("owner", owner);
        }
        save(
                Edits.owner(table.row().id(), node.id(), owner),
                "history.owner." + (owner.isEmpty() ? "none" : owner),
                "node",
                node.name());
    }

    void dismissGone(String nodeId) throws RefusedException, StorageException {
        Node node = node(nodeId);
        if (node.vanished().isEmpty()) {
            throw Refuse.setting("node", node.name());
        }
        save(
                GoneNode.ended(table.row().id(), node.id()),
                "history.gone-dismissed",
                "node",
                node.name());
    }

    /** Keeps an edit, with a line of history about an organisation. */
    void keep(Journal.ModelEdit edit, String text, String organisation) throws StorageException {
        save(edit, text, "organisation", organisation);
    }

    /** Keeps an edit that nobody has to know of. */
    void keep(Journal.ModelEdit edit) throws StorageException {
        ports.workspace().saveEdit(edit, Optional.empty());
        if (table.open().filter(c -> c.id().equals(edit.collectiveId())).isPresent()) {
            table.edits(load(edit.collectiveId()));
        }
    }

    /** A word of this person on this machine. */
    void preference(String key, String value) throws RefusedException, StorageException {
        Preferences.check(key, value);
        ports.workspace().savePreference(key, value);
        table.preferences = Preferences.usable(ports.workspace().preferences());
    }

    String who() {
        return chronicle.who();
    }

    /** Keeps an edit, with a line of history; values as name, value, name, value. */
    void save(Journal.ModelEdit edit, String text, String... values) throws StorageException {
        ports.workspace()
                .saveEdit(edit, Optional.of(chronicle.line(edit.collectiveId(), text, values)));
        table.edits(load(edit.collectiveId()));
        chronicle.reload();
    }

    private Node node(String nodeId) throws RefusedException {
        return picture()
                .flatMap(c -> c.node(nodeId))
                .orElseThrow(() -> Refuse.internal("no machine " + nodeId));
    }

    private String shown(String subject) {
        String name = subject.substring(subject.indexOf(':') + 1);
        return subject.startsWith("node:")
                ? picture().flatMap(c -> c.node(name)).map(Node::name).orElse(name)
                : name;
    }

    private Optional<Collective> picture() {
        return table.picture(ports.clock().instant());
    }
}
