package org.ronron.plugin.haproxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.Version;

/** One machine, the servers that HAProxy sees behind it, and the map's entries: in one script. */
record HaproxyInventory(Machine machine) implements Inventory {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,252}";
    private static final int NAMED = 5;

    @Override
    public Observation observe() throws ConnectorException {
        Host host = machine.host();
        Places at = machine.places();
        Sections said =
                machine.run(
                        Machine.OBSERVE, List.of(at.socket(), at.map(), at.config(), at.master()));
        String system = said.value("info", "Name").orElse("");
        Version version = Version.of(said.value("info", "Version").orElse(""));
        String name = String.join("", said.of("name")).strip();
        if (!system.equals("HAProxy") || !name.matches(NAME)) {
            throw bad(Sections.plain(system + " " + name));
        }
        if (!version.between("2.2.0", "4.0.0")) {
            String shown = Sections.plain(version.text());
            throw host.fault(
                    CommonError.WRONG_VERSION, "version", shown, "supported", "2.2 to 3.x");
        }
        RunningState state;
        try {
            state = RunningState.of(said);
        } catch (IOException notPacked) {
            throw bad("no list of entries");
        }
        boolean known = said.value("map", "known").orElse("").equals("yes");
        String print = name + version.text() + known + state.backends().keySet();
        return Observation.of(host.clock().instant(), version.text(), Fingerprint.of(print))
                .withNodes(List.of(node(name, version, state)))
                .withWorkloads(state.servers().stream().map(s -> s.workload(name)).toList())
                .withFindings(findings(said, state, name))
                .withLogin(login(said))
                .withLinks(state.links(at.map()));
    }

    private ConnectorException bad(String found) {
        String shown = found.isBlank() ? "?" : found;
        return machine.host()
                .fault(
                        CommonError.BAD_ANSWER,
                        "address",
                        machine.places().address(),
                        "found",
                        shown);
    }

    private static NodeFact node(String name, Version version, RunningState state) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("haproxy", version.text());
        labels.put("entries", Integer.toString(state.entries().size()));
        OptionalLong unknown = OptionalLong.empty();
        return NodeFact.member(
                name,
                name,
                List.of(),
                Optional.empty(),
                NodeFact.Reach.UP,
                unknown,
                unknown,
                "",
                labels);
    }

    private static Login login(Sections said) {
        Set<String> forbidden = new HashSet<>();
        if (said.value("rights", "file").isEmpty()) {
            forbidden.addAll(List.of(HaproxyActions.ADD, HaproxyActions.REMOVE));
        }
        if (said.value("rights", "master").isEmpty()) {
            forbidden.add(HaproxyActions.RELOAD);
        }
        boolean root = said.value("account", "uid").orElse("").equals("0");
        return new Login(Sections.plain(said.value("account", "name").orElse("")), forbidden, root);
    }

    private List<FindingFact> findings(Sections said, RunningState state, String node) {
        List<FindingFact> found = new ArrayList<>();
        for (RunningState.Server server : state.servers()) {
            if (server.down()) {
                found.add(
                        FindingFact.of(
                                "server-down",
                                Severity.ERROR,
                                node,
                                "server",
                                server.name(),
                                "backend",
                                server.backend()));
            }
        }
        String map = machine.places().map();
        if (said.value("map", "known").orElse("").equals("no")) {
            found.add(FindingFact.of("map-unknown", Severity.WARN, node, "map", map));
        } else {
            differing(found, "map-file-only", node, state.only('f'));
            differing(found, "map-running-only", node, state.only('r'));
        }
        if (said.value("map", "file").isEmpty()) {
            found.add(FindingFact.of("map-unread", Severity.WARN, node, "map", map));
        }
        long started = said.number("info", "Start_time_sec");
        if (started > 0 && said.number("info", "config") > started) {
            String config = machine.places().config();
            found.add(FindingFact.of("config-newer", Severity.INFO, node, "config", config));
        }
        if (said.number("info", "Nbproc") > 1) {
            found.add(FindingFact.of("several", Severity.WARN, node));
        }
        return found;
    }

    private static void differing(
            List<FindingFact> found, String kind, String node, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        String more = names.size() > NAMED ? shown + ", …" : shown;
        String count = Integer.toString(names.size());
        found.add(FindingFact.of(kind, Severity.WARN, node, "count", count, "names", more));
    }
}
