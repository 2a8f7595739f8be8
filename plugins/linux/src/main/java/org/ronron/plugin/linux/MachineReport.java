package org.ronron.plugin.linux;

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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Fingerprint;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.NodeRoom;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;

/**
 * The observation of one machine, made from one answer of the script.
 *
 * @param of whose answer it is
 * @param asked paths of certificates that somebody named
 */
record MachineReport(LinuxSession of, Instant at, List<String> asked) {
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
        List<Disk> disks = Disk.of(all);
        Attention attention = new Attention(all, name, at, asked);
        Map<String, String> labels = labels(all, disks, containers.size());
        attention.securityUpdates().ifPresent(v -> labels.put("securityUpdates", v));
        NodeFact node = node(all, name, disks, labels);
        String system = os(all).or(() -> kernel).orElse("Linux");
        return Observation.of(at, system, fingerprint(node, containers))
                .withNodes(List.of(node))
                .withWorkloads(containers)
                .withFindings(attention.of(disks))
                .withLogin(login(all));
    }

    /** Root may do all, and reading needs none of it. */
    private static Login login(Sections all) {
        String name = all.value("account", "name").orElse("");
        return new Login(name, Set.of(), all.value("account", "uid").orElse("").equals("0"));
    }

    /** As os-release(5) names it, without its quotes. */
    private static Optional<String> os(Sections all) {
        return all.first("os").map(v -> v.replaceAll("[\"']", "")).filter(v -> !v.isBlank());
    }

    private String name(Sections all) throws ConnectorException {
        String said = all.of("name").stream().findFirst().map(String::strip).orElse("");
        if (NAMELESS.matcher(said).matches()) {
            return of.machine();
        }
        if (!NAME.matcher(said).matches()) {
            throw badAnswer(said);
        }
        return said;
    }

    private static NodeFact node(
            Sections all, String name, List<Disk> disks, Map<String, String> labels) {
        Optional<Disk> root = disks.stream().filter(d -> d.mount().equals("/")).findFirst();
        OptionalLong used = Facts.number(all, "used", MOST);
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
                        labels)
                .withRoom(NodeRoom.UNKNOWN.used(used, OptionalLong.empty()));
    }

    private Map<String, String> labels(Sections all, List<Disk> disks, int containers) {
        Map<String, String> labels = new TreeMap<>(of.file().labels(all));
        os(all).ifPresent(v -> labels.put("os", v));
        all.first("kernel").ifPresent(v -> labels.put("kernel", v));
        Facts.number(all, "cores", MOST).ifPresent(v -> labels.put("cores", Long.toString(v)));
        Facts.number(all, "uptime", LONGEST)
                .ifPresent(v -> labels.put("since", MINUTE.format(at.minusSeconds(v))));
        Function<Disk, String> used = d -> d.mount() + " " + d.percent() + " %";
        put(labels, "disks", !disks.isEmpty(), joined(disks, used));
        boolean engine = Containers.ENGINES.stream().anyMatch(all::has);
        put(labels, "containers", engine, containers);
        put(labels, "failedUnits", all.has("units"), Attention.failedUnits(all).size());
        Function<Timer, String> last =
                t -> t.name() + " " + t.started().map(MINUTE::format).orElse("–");
        List<Timer> first = Timer.of(all).stream().limit(6).toList();
        put(labels, "timers", all.has("timers"), joined(first, last));
        put(labels, "certificates", all.has("certificates"), Certificate.of(all).size());
        all.value("updates", "all").ifPresent(v -> labels.put("updates", v));
        all.value("updates", "listed").ifPresent(v -> labels.put("updatesListed", v));
        all.value("certificates", "closed").ifPresent(v -> labels.put("certificatesClosed", v));
        return labels;
    }

    /** What the machine could not tell is left out. */
    private static void put(Map<String, String> labels, String key, boolean known, Object value) {
        if (known) {
            labels.put(key, value.toString());
        }
    }

    private static <T> String joined(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }

    /**
     * What a plan can depend on: which machine, how large, what runs on it; nothing that drifts.
     */
    private static String fingerprint(NodeFact node, List<WorkloadFact> containers) {
        var running = containers.stream().map(c -> c.name() + "=" + c.state()).sorted().toList();
        String size = "" + node.machine() + node.memory() + node.disk();
        String text = node.name() + size + node.zone() + running + new TreeSet<>(node.addresses());
        return Fingerprint.of(text);
    }

    private ConnectorException badAnswer(String answer) {
        String shown = Facts.plain(answer.strip().replaceAll("<[^>]*>", " "));
        return refused(CommonError.BAD_ANSWER, "found", shown.isEmpty() ? "?" : shown);
    }

    /** A fault of this machine, with its address and these details. */
    ConnectorException refused(CommonError code, String... details) {
        Fault fault = Fault.of(code, of.host().endpointName(), details);
        return new ConnectorException(fault.with("address", of.address()));
    }
}
