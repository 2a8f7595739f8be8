package org.ronron.core.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.core.model.Collective;
import org.ronron.core.model.GoneNode;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Node;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/**
 * Takes in what an endpoint said, and keeps the machines that are missing from it and that nobody
 * else names: they stay in the picture until a person dismisses them. Missing is only what a whole
 * answer of the same connection leaves out: who is silent takes nothing away, nor does one that
 * names no machine at all any more, nor who is now asked elsewhere. State thread only.
 */
final class Goings {
    private final DeskPorts ports;
    private final Table table;
    private final Words words;

    /** Where each was asked when it said what is held of it. */
    private final Map<String, Map<String, String>> asked = new HashMap<>();

    Goings(DeskPorts ports, Table table, Words words) {
        this.ports = ports;
        this.table = table;
        this.words = words;
    }

    /** An endpoint's new answer takes the place of its last one. */
    void said(Workspace.EndpointRow row, Observation said) throws StorageException {
        Set<String> missing = missing(row, said);
        List<Node> left = missing.isEmpty() ? List.of() : named(row, missing);
        table.change(row.id(), h -> h.said(said));
        if (!left.isEmpty()) {
            Collective now = picture().orElseThrow();
            for (Node node : left) {
                if (now.node(node.id()).isEmpty()) {
                    words.keep(GoneNode.of(node, said.at()).kept(now.id()));
                }
            }
        }
        comeBack(row, said);
    }

    /** Keys that its last answer named as members of something, and this one does not. */
    private Set<String> missing(Workspace.EndpointRow row, Observation said) {
        Map<String, String> before = asked.put(row.id(), row.settings());
        boolean elsewhere = before != null && !before.equals(row.settings());
        List<NodeFact> last =
                table.heard(row.id())
                        .flatMap(Heard::last)
                        .map(Observation::nodes)
                        .orElse(List.of());
        if (elsewhere || said.nodes().isEmpty()) {
            return Set.of();
        }
        Set<String> missing = new HashSet<>();
        last.stream().filter(n -> !n.role().isEmpty()).forEach(n -> missing.add(n.key()));
        said.nodes().forEach(n -> missing.remove(n.key()));
        return missing;
    }

    /** Machines that nobody names but this endpoint, by these keys. */
    private List<Node> named(Workspace.EndpointRow row, Set<String> keys) {
        return picture().stream()
                .flatMap(c -> c.nodes().stream())
                .filter(n -> !n.presences().isEmpty())
                .filter(
                        n ->
                                n.presences().stream()
                                        .allMatch(
                                                p ->
                                                        p.endpointId().equals(row.id())
                                                                && keys.contains(p.key())))
                .toList();
    }

    private void comeBack(Workspace.EndpointRow row, Observation said) throws StorageException {
        List<GoneNode> gone = GoneNode.all(table.edits());
        if (gone.isEmpty()) {
            return;
        }
        Set<String> names = said.nodes().stream().map(NodeFact::name).collect(Collectors.toSet());
        for (GoneNode node : gone) {
            if (names.contains(node.name())) {
                words.keep(GoneNode.ended(row.collectiveId(), node.id()));
            }
        }
    }

    private Optional<Collective> picture() {
        return table.picture(ports.clock().instant());
    }
}
