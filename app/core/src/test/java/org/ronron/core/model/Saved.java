package org.ronron.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.core.port.Workspace;

/** What the tests of what is saved say that systems said. */
public final class Saved {
    public static final Instant NOW = Facts.NOW;

    private Saved() {}

    /** A connection to a tool with these series. */
    public static Heard tool(Series... series) {
        return heard("borg", Stream.of(series).map(Series::fact).toArray(BackupFact[]::new));
    }

    public static Observation said(BackupFact... series) {
        return Observation.of(Facts.NOW, "1", "f").withBackups(List.of(series));
    }

    public static Heard heard(String type, BackupFact... series) {
        return heard(type, said(series));
    }

    public static Heard heard(String type, Observation said) {
        return heard(type, Map.of(), said);
    }

    public static Heard heard(String type, Map<String, String> settings, Observation said) {
        return heard(type, type, settings, said);
    }

    public static Heard heard(
            String type, String id, Map<String, String> settings, Observation said) {
        return Heard.nothing(new Workspace.EndpointRow(id, "c", type, id, settings, Map.of(), 0))
                .said(said);
    }

    public static NodeFact node(
            String name, String zone, NodeFact.Machine machine, Map<String, String> labels) {
        OptionalLong none = OptionalLong.empty();
        return new NodeFact(
                name,
                name,
                List.of(),
                Optional.of(zone).filter(z -> !z.isEmpty()),
                NodeFact.Reach.UP,
                machine,
                none,
                none,
                none,
                none,
                "",
                labels);
    }

    /** A connection to one machine. */
    public static Heard machine(NodeFact node) {
        String id = "ssh-" + node.key();
        String host = node.addresses().isEmpty() ? node.name() : node.addresses().getFirst();
        return heard(
                "linux",
                id,
                Map.of("host", host, "port", "22"),
                Observation.of(Facts.NOW, "13", "f").withNodes(List.of(node)));
    }

    public static Heard machine(String name, String zone, String address) {
        return machine(
                Facts.node(
                        name, name, zone, NodeFact.Reach.UP, NodeFact.Machine.PHYSICAL, address));
    }

    public static List<Heard> with(Heard tool, Heard... others) {
        List<Heard> all = new ArrayList<>(List.of(tool));
        all.addAll(List.of(others));
        return all;
    }

    public static Collective join(List<Heard> heard) {
        Collective now =
                Facts.build(heard.toArray(Heard[]::new))
                        .with(new SpaceBook().spaces(heard, Edits.NONE), List.of());
        return new SafetyBook(Set.of("borg", "barman")).join(now, heard, Facts.NOW);
    }

    public static Safety safety(List<Heard> heard) {
        return join(heard).safety();
    }
}
