package org.ronron.plugin.linux;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;

/**
 * The observation of one machine, made from one answer of the script.
 *
 * @param endpoint its name, and the address, for errors
 * @param machine the address it was reached at: its name when it has none of its own
 * @param file where its zone stands, if somebody said so
 */
record MachineReport(String endpoint, String address, String machine, Instant at, ZoneFile file) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final long MOST = 1L << 52;
    private static final long LONGEST = 100L * 366 * 86_400;
    private static final Pattern NAMELESS = Pattern.compile("\\(none\\)|localhost(\\..*)?");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /**
     * Never fails but with {@link CommonError#BAD_ANSWER} (no whole answer of the script) or {@link
     * CommonError#WRONG_VERSION} (another system than Linux), whatever the text.
     */
    Observation read(String answer) throws ConnectorException {
        Sections all = Sections.parse(answer);
        if (!all.has("end")) {
            throw badAnswer(answer);
        }
        Optional<String> kernel = all.first("kernel");
        if (kernel.isPresent() && !kernel.get().startsWith("Linux")) {
            throw refused(CommonError.WRONG_VERSION, "version", kernel.get(), "supported", "Linux");
        }
        String name = name(all);
        List<WorkloadFact> containers = Containers.of(all, name);
        List<Disk> disks = Disk.of(all.of("disks"));
        NodeFact node = node(all, name, disks, containers.size());
        String system = os(all).or(() -> kernel).orElse("Linux");
        return Observation.of(at, system, fingerprint(node, containers))
                .withNodes(List.of(node))
                .withWorkloads(containers)
                .withFindings(Attention.of(all, name, disks))
                .withLogin(login(all));
    }

    /** Root may do all, and reading needs none of it. */
    private static Login login(Sections all) {
        boolean root = all.value("account", "uid").orElse("").equals("0");
        return new Login(all.value("account", "name").orElse(""), Set.of(), root);
    }

    /** As os-release(5) names it, without its quotes. */
    private static Optional<String> os(Sections all) {
        return all.first("os").map(v -> v.replaceAll("[\"']", "")).filter(v -> !v.isBlank());
    }

    private String name(Sections all) throws ConnectorException {
        String said = all.of("name").stream().findFirst().map(String::strip).orElse("");
        if (NAMELESS.matcher(said).matches()) {
            return machine;
        }
        if (!NAME.matcher(said).matches()) {
            throw badAnswer(said);
        }
        return said;
    }

    private NodeFact node(Sections all, String name, List<Disk> disks, int containers) {
        Optional<Disk> root = disks.stream().filter(d -> d.mount().equals("/")).findFirst();
        return new NodeFact(
                name,
                name,
                Facts.addresses(all),
                ZoneFile.zone(all),
                Reach.UP,
                Facts.machine(all),
                Facts.number(all, "memory", MOST),
                Facts.number(all, "speed", MOST),
                root.map(d -> OptionalLong.of(d.bytes())).orElse(OptionalLong.empty()),
                root.map(d -> OptionalLong.of(d.free())).orElse(OptionalLong.empty()),
                "",
                labels(all, disks, containers));
    }

    private Map<String, String> labels(Sections all, List<Disk> disks, int containers) {
        Map<String, String> labels = new TreeMap<>(file.labels(all));
        os(all).ifPresent(v -> labels.put("os", v));
        all.first("kernel").ifPresent(v -> labels.put("kernel", v));
        Facts.number(all, "cores", MOST).ifPresent(v -> labels.put("cores", Long.toString(v)));
        Facts.number(all, "uptime", LONGEST)
                .ifPresent(v -> labels.put("since", MINUTE.format(at.minusSeconds(v))));
        if (!disks.isEmpty()) {
            labels.put(
                    "disks",
                    disks.stream()
                            .map(d -> d.mount() + " " + d.percent() + " %")
                            .collect(Collectors.joining(", ")));
        }
        if (all.has("units")) {
            labels.put("failedUnits", Integer.toString(Attention.failedUnits(all).size()));
        }
        if (Containers.ENGINES.stream().anyMatch(all::has)) {
            labels.put("containers", Integer.toString(containers));
        }
        all.value("updates", "all").ifPresent(v -> labels.put("updates", v));
        all.value("updates", "security").ifPresent(v -> labels.put("securityUpdates", v));
        all.value("updates", "listed").ifPresent(v -> labels.put("updatesListed", v));
        return labels;
    }

    /**
     * What a plan can depend on: which machine, how large, what runs on it; nothing that drifts.
     */
    private static String fingerprint(NodeFact node, List<WorkloadFact> containers) {
        List<String> running =
                containers.stream().map(c -> c.name() + "=" + c.state()).sorted().toList();
        String text =
                List.of(
                                node.name(),
                                node.machine(),
                                node.memory(),
                                node.disk(),
                                node.zone(),
                                running)
                        + new TreeSet<>(node.addresses()).toString();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private ConnectorException badAnswer(String answer) {
        String shown = Facts.plain(answer.strip().replaceAll("<[^>]*>", " "));
        return refused(CommonError.BAD_ANSWER, "found", shown.isEmpty() ? "?" : shown);
    }

    /** A fault of this machine, with its address and these details. */
    ConnectorException refused(CommonError code, String... details) {
        Fault fault = Fault.of(code, endpoint, details).with("address", address);
        return new ConnectorException(fault);
    }
}
