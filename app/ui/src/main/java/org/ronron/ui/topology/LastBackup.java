package org.ronron.ui.topology;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Uncovered;

/**
 * How old the newest backup of a machine is, by the series that name it: by its own name, or as
 * {@code localhost} where who says it tells of this machine only. Pure.
 *
 * @param known whether the backups tell anything of it
 * @param at the newest point; empty when there is none
 */
record LastBackup(boolean known, Optional<Instant> at) {
    private static final Set<String> ITSELF = Set.of("localhost", "127.0.0.1", "::1");

    static LastBackup of(Collective collective, Node node) {
        boolean none =
                collective.safety().uncovered().stream()
                        .anyMatch(
                                u ->
                                        u.kind() == Uncovered.Kind.MACHINE
                                                && u.id().equals(node.id()));
        if (none) {
            return new LastBackup(true, Optional.empty());
        }
        List<Backup> series =
                collective.safety().backups().stream()
                        .filter(
                                b ->
                                        b.fact().covers().stream()
                                                .anyMatch(c -> is(c, b, node, collective)))
                        .toList();
        return new LastBackup(
                !series.isEmpty(),
                series.stream()
                        .flatMap(b -> b.fact().newest().stream())
                        .map(BackupFact.Point::at)
                        .max(Comparator.naturalOrder()));
    }

    private static boolean is(BackupFact.Cover cover, Backup by, Node node, Collective collective) {
        if (cover.kind() != BackupFact.Cover.Kind.MACHINE) {
            return false;
        }
        return ITSELF.contains(cover.name())
                ? told(by, node)
                        && collective.nodes().stream().filter(n -> told(by, n)).count() == 1
                : cover.name().equalsIgnoreCase(node.name());
    }

    private static boolean told(Backup by, Node node) {
        return node.presences().stream().anyMatch(p -> p.endpointId().equals(by.endpointId()));
    }
}
