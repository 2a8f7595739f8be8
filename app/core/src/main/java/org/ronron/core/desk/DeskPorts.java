package org.ronron.core.desk;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ronron.api.Backups;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.port.Connections;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.Rescue;
import org.ronron.core.port.Samples;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;

/**
 * All that the desk needs of the outside.
 *
 * @param secrets the vault; the connections have to be given the same object, so that a draft can
 *     be tried before its secrets are kept
 * @param blueprints how spaces can be made, by id
 * @param zone of who sits here: when a day begins
 * @param words of what people are told
 * @param random for the secrets that Ronron makes: one for cryptography
 */
public record DeskPorts(
        Workspace workspace,
        Journal journal,
        Rescue rescue,
        Trust trust,
        DraftSecrets secrets,
        Connections connections,
        List<Connector> connectors,
        Samples samples,
        List<Blueprint> blueprints,
        OwnFiles files,
        Ids ids,
        RandomGenerator random,
        InstantSource clock,
        ZoneId zone,
        CrashPoint crashPoint,
        NewsWords words) {
    public DeskPorts {
        connectors = List.copyOf(connectors);
        blueprints = List.copyOf(blueprints);
    }

    /** Where nobody reads what is told. */
    public DeskPorts(
            Workspace workspace,
            Journal journal,
            Rescue rescue,
            Trust trust,
            DraftSecrets secrets,
            Connections connections,
            List<Connector> connectors,
            Samples samples,
            List<Blueprint> blueprints,
            OwnFiles files,
            Ids ids,
            RandomGenerator random,
            InstantSource clock,
            ZoneId zone,
            CrashPoint crashPoint) {
        this(
                workspace,
                journal,
                rescue,
                trust,
                secrets,
                connections,
                connectors,
                samples,
                blueprints,
                files,
                ids,
                random,
                clock,
                zone,
                crashPoint,
                NewsWords.BARE);
    }

    /** The same, with other connections. */
    DeskPorts with(Connections other) {
        return new DeskPorts(
                workspace,
                journal,
                rescue,
                trust,
                secrets,
                other,
                connectors,
                samples,
                blueprints,
                files,
                ids,
                random,
                clock,
                zone,
                crashPoint,
                words);
    }

    Optional<Connector> connector(String type) {
        return connectors.stream().filter(c -> c.descriptor().id().equals(type)).findFirst();
    }

    /** The types of connectors that keep backups. */
    static Set<String> keepers(Collection<Connector> connectors) {
        return connectors.stream()
                .map(Connector::descriptor)
                .filter(d -> d.capabilities().contains(Backups.class))
                .map(Descriptor::id)
                .collect(Collectors.toSet());
    }
}
