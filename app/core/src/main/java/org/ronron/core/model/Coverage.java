package org.ronron.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.api.LinkFact;
import org.ronron.api.NodeFact;
import org.ronron.core.port.Workspace;

/** What of a collective no series of backups saves. */
final class Coverage {
    /** What a series says it covers, and which endpoint says so. */
    record Said(String by, BackupFact.Cover cover) {}

    private final Collective now;
    private final Whereabouts where;
    private final List<Said> covers;
    private final Map<String, Map<LinkFact.Kind, Set<String>>> spaces;

    /**
     * @param spaces names of spaces by the endpoint and the kind of their parts there
     */
    Coverage(
            Collective now,
            Whereabouts where,
            List<Said> covers,
            Map<String, Map<LinkFact.Kind, Set<String>>> spaces) {
        this.now = now;
        this.where = where;
        this.covers = covers;
        this.spaces = spaces;
    }

    /** Machines by name, then connections. */
    List<Uncovered> missing(Collection<Heard> heard, Set<String> stores) {
        List<Uncovered> missing = new ArrayList<>();
        Set<String> saved = machines();
        for (Node node : now.nodes()) {
            if (worthSaving(node, stores) && !saved.contains(node.id())) {
                missing.add(
                        new Uncovered(
                                Uncovered.Kind.MACHINE, node.id(), node.name(), apps(node).size()));
            }
        }
        for (Heard h : heard) {
            service(h.row(), LinkFact.Kind.DATABASE, Uncovered.Kind.DATABASES)
                    .ifPresent(missing::add);
            service(h.row(), LinkFact.Kind.BUCKET, Uncovered.Kind.BUCKETS).ifPresent(missing::add);
        }
        return missing;
    }

    private Set<String> machines() {
        Set<String> saved = new HashSet<>();
        covers.stream()
                .filter(s -> s.cover().kind() == BackupFact.Cover.Kind.MACHINE)
                .flatMap(s -> where.machine(s.cover().name(), s.by()).stream())
                .forEach(node -> saved.add(node.id()));
        return saved;
    }

    /** A machine that is one, answers, and does more than hold the copies of others. */
    private boolean worthSaving(Node node, Set<String> stores) {
        boolean machine =
                node.machine() == NodeFact.Machine.PHYSICAL
                        || node.machine() == NodeFact.Machine.VIRTUAL;
        boolean answers =
                node.state() != Node.State.STALE
                        && node.presences().stream().anyMatch(p -> p.reach() == NodeFact.Reach.UP);
        boolean serves =
                !apps(node).isEmpty()
                        || node.presences().stream().anyMatch(p -> !p.cluster().isEmpty());
        return machine && answers && (serves || !stores.contains(node.id()));
    }

    /** Spaces whose application runs on a machine. */
    private Set<String> apps(Node node) {
        Set<String> names = new HashSet<>();
        spaces.forEach(
                (endpoint, kinds) -> {
                    boolean here =
                            where.home(endpoint).filter(n -> n.id().equals(node.id())).isPresent();
                    if (here) {
                        names.addAll(kinds.getOrDefault(LinkFact.Kind.APP, Set.of()));
                    }
                });
        return names;
    }

    private Optional<Uncovered> service(
            Workspace.EndpointRow row, LinkFact.Kind part, Uncovered.Kind kind) {
        int held = spaces.getOrDefault(row.id(), Map.of()).getOrDefault(part, Set.of()).size();
        BackupFact.Cover.Kind wanted =
                kind == Uncovered.Kind.DATABASES
                        ? BackupFact.Cover.Kind.DATABASES
                        : BackupFact.Cover.Kind.BUCKETS;
        boolean saved =
                covers.stream().filter(s -> s.cover().kind() == wanted).anyMatch(s -> is(row, s));
        return held == 0 || saved
                ? Optional.empty()
                : Optional.of(new Uncovered(kind, row.id(), row.name(), held));
    }

    /** Whether a cover names the service that a connection reaches, or one of its machines. */
    private boolean is(Workspace.EndpointRow row, Said said) {
        Optional<ServiceAddress> named = ServiceAddress.of(said.cover().name());
        Optional<Node> machine = named.flatMap(n -> where.machine(n.host(), said.by()));
        return named.isPresent()
                && addresses(row)
                        .anyMatch(
                                a ->
                                        a.ports(named.get())
                                                && (a.host().equals(named.get().host())
                                                        || same(machine, row, a)));
    }

    private boolean same(
            Optional<Node> machine, Workspace.EndpointRow row, ServiceAddress address) {
        return machine.isPresent()
                && where.machine(address.host(), row.id())
                        .filter(n -> n.id().equals(machine.get().id()))
                        .isPresent();
    }

    /** As its settings name it; and its members, whose keys are often their addresses. */
    private Stream<ServiceAddress> addresses(Workspace.EndpointRow row) {
        Stream<ServiceAddress> members =
                where.of(row.id()).stream()
                        .flatMap(n -> n.presences().stream())
                        .filter(p -> p.endpointId().equals(row.id()))
                        .flatMap(p -> ServiceAddress.of(p.key()).stream())
                        .filter(a -> a.port().isPresent());
        return Stream.concat(ServiceAddress.of(row).stream(), members);
    }
}
