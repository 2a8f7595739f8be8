package org.ronron.plugin.minio;

import com.fasterxml.jackson.databind.JsonNode;
import io.minio.admin.messages.info.Backend;
import io.minio.admin.messages.info.Disk;
import io.minio.admin.messages.info.ErasureSetInfo;
import io.minio.admin.messages.info.Message;
import io.minio.admin.messages.info.ServerProperties;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.ClusterFact;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErasureSets;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/**
 * Reads the cluster in three calls, however many buckets there are: {@code info} for servers and
 * drives, {@code health/cluster} for the quorum, {@code accountinfo} for ourselves and the buckets.
 */
record MinioInventory(Minio minio, MinioSpaces spaces) implements Inventory {
    private static final String CLUSTER = "minio";

    @Override
    public Observation observe() throws ConnectorException {
        Message info = minio.http().ask(() -> minio.admin().getServerInfo());
        return minio.http().ask(() -> told(info, minio.quorum(), minio.account()));
    }

    /**
     * @throws RuntimeException when it is not what MinIO says
     */
    private Observation told(Message info, boolean quorum, JsonNode account) {
        List<ServerProperties> servers = info.servers();
        List<Disk> drives = servers.stream().flatMap(s -> s.disks().stream()).toList();
        boolean whole = quorum && drives.stream().allMatch(MinioInventory::well);
        boolean busy = drives.stream().anyMatch(Disk::isHealing);
        Json.Obj state = state(info);
        String name = minio.host().endpointName();
        var cluster = new ClusterFact(CLUSTER, name, OptionalInt.empty(), whole, busy, state);
        List<FindingFact> findings = new ArrayList<>(spaces.findings(account));
        servers.forEach(server -> findings(server, findings));
        if (!quorum) {
            findings.addFirst(FindingFact.of("quorum", Severity.STOP, CLUSTER));
        }
        String version =
                servers.stream()
                        .map(server -> "" + server.version())
                        .filter(said -> said.matches("\\d.*"))
                        .findFirst()
                        .orElse("?");
        String words =
                servers.stream()
                        .map(s -> s.endpoint() + s.state() + states(s))
                        .sorted()
                        .collect(Collectors.joining(" ", version + quorum, ""));
        String fingerprint = Fingerprint.of(words + state.at("sets") + state.at("parity"));
        return Observation.of(minio.host().clock().instant(), version, fingerprint)
                .withNodes(servers.stream().map(server -> node(server, servers)).toList())
                .withClusters(List.of(cluster))
                .withLinks(spaces.links(account))
                .withFindings(findings)
                .withLogin(minio.login(account));
    }

    private static boolean well(Disk drive) {
        return "ok".equals(drive.state());
    }

    private static Json.Obj state(Message info) {
        Backend backend = info.backend();
        int parity = backend.standardSCParity();
        int inSet = backend.totalDrivesPerSet().getFirst();
        List<ErasureSetInfo> all =
                info.pools().values().stream().flatMap(p -> p.values().stream()).toList();
        long raw = all.stream().mapToLong(set -> set.rawCapacity().longValue()).sum();
        ErasureSets sets = new ErasureSets();
        for (ServerProperties server : info.servers()) {
            String key = server.endpoint();
            server.disks().forEach(d -> sets.part(d.poolIndex(), d.setIndex(), key, well(d)));
        }
        Json.Obj state = Json.obj().with("usable", raw / inSet * (inSet - parity));
        state = state.with("sets", backend.totalSets().stream().mapToInt(n -> n).sum());
        state = state.with("used", all.stream().mapToLong(set -> set.usage().longValue()).sum());
        state = state.with("parity", parity);
        // half of a set is not enough to write (MinIO's documentation of erasure coding)
        return sets.in(state, parity * 2 == inSet ? parity - 1 : parity);
    }

    /** Servers of one machine differ in their ports only. */
    private static NodeFact node(ServerProperties server, List<ServerProperties> all) {
        String endpoint = server.endpoint();
        String machine = NodeFact.ip(endpoint);
        boolean alone =
                all.stream().filter(s -> NodeFact.ip(s.endpoint()).equals(machine)).count() == 1;
        Map<String, String> labels = new TreeMap<>(Map.of("drives", states(server)));
        Stream.ofNullable(server.version()).forEach(said -> labels.put("version", said));
        return NodeFact.member(
                endpoint,
                alone ? machine : endpoint,
                machine.matches("[0-9.]+|.*:.*") ? List.of(machine) : List.of(),
                Optional.empty(),
                up(server) ? Reach.UP : Reach.DOWN,
                sum(server.disks().stream().map(Disk::totalspace)),
                sum(server.disks().stream().map(Disk::availspace)),
                "storage",
                labels);
    }

    private static boolean up(ServerProperties server) {
        return "online".equals(server.state());
    }

    /** {@code 3 ok, 1 corrupt}. */
    private static String states(ServerProperties server) {
        Map<String, Integer> count = new TreeMap<>();
        server.disks().forEach(drive -> count.merge(drive.state(), 1, Integer::sum));
        return count.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void findings(ServerProperties server, List<FindingFact> found) {
        String key = server.endpoint();
        if (!up(server)) {
            found.add(FindingFact.of("down", Severity.ERROR, key));
            return;
        }
        for (Disk drive : server.disks()) {
            if (!well(drive)) {
                String[] told = {"drive", drive.path(), "state", drive.state()};
                found.add(FindingFact.of("drive", Severity.ERROR, key, told));
            }
        }
    }

    private static OptionalLong sum(Stream<BigDecimal> figures) {
        long all = figures.mapToLong(figure -> figure == null ? 0 : figure.longValue()).sum();
        return all > 0 ? OptionalLong.of(all) : OptionalLong.empty();
    }
}
