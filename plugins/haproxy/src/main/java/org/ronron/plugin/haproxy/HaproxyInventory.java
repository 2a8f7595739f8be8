package org.ronron.plugin.haproxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

    /** What the script finds. */
    private static final Map<String, Severity> KINDS =
            Map.of(
                    "server-down", Severity.ERROR,
                    "map-unknown", Severity.WARN,
                    "map-unread", Severity.WARN,
                    "map-file-only", Severity.WARN,
                    "map-running-only", Severity.WARN,
                    "config-newer", Severity.INFO,
                    "several", Severity.WARN);

    @Override
    public Observation observe() throws ConnectorException {
        Host host = machine.host();
        Places at = machine.places();
        List<String> given =
                List.of(at.get("socket"), at.get("map"), at.get("config"), at.get("master"));
        Sections said = machine.run(Machine.OBSERVE, given);
        String system = said.value("info", "Name").orElse("");
        Version version = Version.of(said.value("info", "Version").orElse(""));
        String name = String.join("", said.of("name")).strip();
        if (!system.equals("HAProxy") || !name.matches(NAME)) {
            throw bad(Sections.plain(system + " " + name));
        }
        if (!version.between("2.2.0", "4.0.0")) {
            String[] told = {"version", version.text(), "supported", "2.2 to 3.x"};
            throw host.fault(CommonError.WRONG_VERSION, told);
        }
        RunningState state =
                RunningState.of(said, name, at.get("map"))
                        .orElseThrow(() -> bad("no list of entries"));
        String print = name + version.text() + said.has("known") + state.backends().keySet();
        return Observation.of(host.clock().instant(), version.text(), Fingerprint.of(print))
                .withNodes(List.of(node(name, version, state)))
                .withWorkloads(state.servers())
                .withFindings(findings(said, name))
                .withLogin(login(said))
                .withLinks(state.links());
    }

    private ConnectorException bad(String found) {
        String[] told = {"address", machine.places().address(), "found", found + "?"};
        return machine.host().fault(CommonError.BAD_ANSWER, told);
    }

    private static NodeFact node(String name, Version version, RunningState state) {
        String entries = Integer.toString(state.links().size());
        Map<String, String> labels = Map.of("haproxy", version.text(), "entries", entries);
        OptionalLong unknown = OptionalLong.empty();
        NodeFact.Reach up = NodeFact.Reach.UP;
        return NodeFact.member(
                name, name, List.of(), Optional.empty(), up, unknown, unknown, "", labels);
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
        return new Login(said.value("account", "name").orElse(""), forbidden, root);
    }

    /** Lines of kind, name, value, name, value, with bars between; others are left out. */
    private static List<FindingFact> findings(Sections said, String node) {
        List<FindingFact> found = new ArrayList<>();
        for (String line : said.of("findings")) {
            String[] part = Sections.plain(line).split("\\|", -1);
            Severity severity = KINDS.get(part[0]);
            if (severity != null) {
                String[] details = Arrays.copyOfRange(part, 1, part.length);
                found.add(FindingFact.of(part[0], severity, node, details));
            }
        }
        return found;
    }
}
