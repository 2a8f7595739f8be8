package org.ronron.plugin.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ronron.api.ClusterFact;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.Spaces;

/**
 * Reads a server, its replicas as it sees them, or all that Pgpool-II stands before; and the
 * databases, each as the part of the space of its name.
 */
final class PostgresqlInventory implements Inventory, Spaces {
    private static final String CLUSTER = "postgresql";

    /** What a plan can depend on, of a server: not how far it is behind. */
    private static final List<String> STEADY = List.of("key", "role", "reach", "sync");

    private final Server server;

    /** Does not change within a session, and asking a server leaves an error in its log. */
    private boolean pooled = true;

    PostgresqlInventory(Server server) {
        this.server = server;
    }

    @Override
    public Observation observe() throws ConnectorException {
        List<Map<String, String>> pool = server.read(server.database(), this::pool);
        pooled = !pool.isEmpty();
        return server.read(server.database(), on -> observed(on, pool));
    }

    /**
     * Pgpool-II answers these words by itself; a server refuses them as a setting that it lacks.
     */
    private List<Map<String, String>> pool(Statements on) throws SQLException {
        try {
            return pooled ? on.asked("SHOW POOL_NODES") : List.of();
        } catch (SQLException e) {
            if ("42704".equals(e.getSQLState())) {
                return List.of();
            }
            throw e;
        }
    }

    private Observation observed(Statements on, List<Map<String, String>> pool)
            throws SQLException, ConnectorException {
        Map<String, String> self = on.row("server", server.writer(), server.writer());
        String version = word(self, "version");
        if (!word(self, "known").equals("t")) {
            throw server.host()
                    .fault(CommonError.WRONG_VERSION, "version", version, "supported", "13");
        }
        String name = server.peer().getHostString();
        List<Map<String, String>> told =
                on.rows("members", name + ":" + server.peer().getPort(), name);
        List<Map<String, String>> members =
                pooled ? pool.stream().map(PostgresqlInventory::member).toList() : told;
        List<FindingFact> findings = new ArrayList<>();
        members.stream()
                .filter(m -> word(m, "reach").equals("DOWN"))
                .map(m -> new FindingFact("down", Severity.ERROR, word(m, "key"), m))
                .forEach(findings::add);
        for (Map<String, String> row : on.rows("findings", "" + pooled)) {
            Severity weight = Severity.valueOf(word(row, "weight"));
            findings.add(new FindingFact(word(row, "kind"), weight, CLUSTER, row));
        }
        boolean healthy = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        Json.Obj state = json(self).with("members", all(members)).with("replicas", all(told));
        OptionalInt copies = OptionalInt.of(members.size());
        String title = server.host().endpointName();
        ClusterFact cluster = new ClusterFact(CLUSTER, title, copies, healthy, false, state);
        StringBuilder depends = new StringBuilder("" + self);
        members.forEach(m -> STEADY.forEach(column -> depends.append(word(m, column)).append(' ')));
        String forbidden = word(self, "forbidden");
        Set<String> verbs = forbidden.isEmpty() ? Set.of() : Set.of(forbidden.split(","));
        boolean excessive = word(self, "excessive").equals("t");
        return Observation.of(
                        server.host().clock().instant(), version, Fingerprint.of("" + depends))
                .withNodes(members.stream().map(PostgresqlInventory::node).toList())
                .withClusters(List.of(cluster))
                .withFindings(findings)
                .withLogin(new Login(word(self, "login"), verbs, excessive))
                .withLinks(on.rows("databases").stream().map(PostgresqlInventory::link).toList());
    }

    /** A row of SHOW POOL_NODES (Pgpool-II 4.x, its manual) as ours are. */
    private static Map<String, String> member(Map<String, String> row) {
        String name = word(row, "hostname") + ":" + word(row, "port");
        boolean down = (word(row, "status") + word(row, "pg_status")).contains("down");
        Map<String, String> member = new TreeMap<>(Map.of("key", name, "name", name));
        member.put("address", word(row, "hostname"));
        member.put("reach", down ? "DOWN" : "UP");
        member.put("role", word(row, "role").equals("primary") ? "primary" : "replica");
        member.put("sync", word(row, "replication_sync_state"));
        return member;
    }

    private static NodeFact node(Map<String, String> row) {
        OptionalLong unknown = OptionalLong.empty();
        Map<String, String> labels = new TreeMap<>(row);
        labels.keySet().retainAll(Set.of("role", "sync", "lag"));
        labels.values().removeIf(String::isEmpty);
        String address = word(row, "address");
        return NodeFact.member(
                word(row, "key"),
                word(row, "name"),
                address.matches("[0-9.]+|.*:.*") ? List.of(address) : List.of(),
                Optional.empty(),
                Reach.valueOf(word(row, "reach")),
                unknown,
                unknown,
                word(row, "role"),
                labels);
    }

    private static Json all(List<Map<String, String>> rows) {
        return Json.arr(rows.stream().map(PostgresqlInventory::json).toList());
    }

    private static Json.Obj json(Map<String, String> row) {
        Map<String, Json> told = new TreeMap<>();
        row.forEach((name, value) -> told.put(name, Json.of(value)));
        return new Json.Obj(told);
    }

    @Override
    public Map<String, String> facts() {
        Host host = server.host();
        return Map.of(
                "host", host.setting("insideHost").orElse(server.peer().getHostString()),
                "port", host.setting("insidePort").orElse("" + server.peer().getPort()));
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        return server.read(
                server.database(),
                on -> on.rows("closely", space).stream().map(PostgresqlInventory::link).toList());
    }

    private static LinkFact link(Map<String, String> row) {
        String name = word(row, "name");
        Health health = word(row, "open").equals("t") ? Health.FINE : Health.OFF;
        Map<String, String> details = new TreeMap<>(row);
        details.keySet().removeAll(Set.of("name", "open"));
        return new LinkFact(Kind.DATABASE, name, name, health, details);
    }

    private static String word(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
