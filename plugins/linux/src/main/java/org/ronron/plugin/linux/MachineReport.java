package org.ronron.plugin.linux;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;

/**
 * The observation of one machine, made from one answer of the script.
 *
 * @param endpoint its name, and the address, for errors
 * @param machine the address it was reached at: its name when it has none of its own
 */
record MachineReport(String endpoint, String address, String machine, Instant at) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final Pattern NAMELESS = Pattern.compile("\\(none\\)|localhost(\\..*)?");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /**
     * Never fails but with {@link CommonError#BAD_ANSWER} (no whole answer of the script) or {@link
     * CommonError#WRONG_VERSION} (another system than Linux), whatever the text.
     */
    Observation read(String answer) throws ConnectorException {
        Sections all = Sections.parse(answer);
        if (!all.whole()) {
            throw badAnswer(answer);
        }
        Optional<String> kernel = all.first("kernel");
        if (kernel.isPresent() && !kernel.get().startsWith("Linux")) {
            throw new ConnectorException(
                    Fault.of(CommonError.WRONG_VERSION, endpoint)
                            .with("version", kernel.get())
                            .with("supported", "Linux"));
        }
        String name = name(all);
        List<WorkloadFact> containers = Containers.of(all, name);
        List<Disk> disks = Disk.of(all.of("disks"));
        NodeFact node = node(all, name, disks, containers.size());
        return new Observation(
                at,
                Facts.os(all).or(() -> kernel).orElse("Linux"),
                fingerprint(node, containers),
                List.of(node),
                containers,
                List.of(),
                List.of(),
                Attention.of(all, name, disks));
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
                Optional.empty(),
                Reach.UP,
                Facts.machine(all),
                Facts.memory(all),
                Facts.cpu(all),
                root.map(d -> OptionalLong.of(d.bytes())).orElse(OptionalLong.empty()),
                root.map(d -> OptionalLong.of(d.free())).orElse(OptionalLong.empty()),
                "",
                labels(all, disks, containers));
    }

    private Map<String, String> labels(Sections all, List<Disk> disks, int containers) {
        Map<String, String> labels = new TreeMap<>();
        Facts.os(all).ifPresent(v -> labels.put("os", v));
        all.first("kernel").ifPresent(v -> labels.put("kernel", v));
        Facts.cores(all).ifPresent(v -> labels.put("cores", Long.toString(v)));
        Facts.uptimeSeconds(all)
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
        if (all.has("podman") || all.has("docker")) {
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
        List<String> parts = new ArrayList<>();
        parts.add(node.name());
        parts.add(node.machine().name());
        parts.add(node.memory().toString());
        parts.add(node.disk().toString());
        node.addresses().stream().sorted().forEach(parts::add);
        containers.stream().map(c -> c.name() + "=" + c.state()).sorted().forEach(parts::add);
        byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    private ConnectorException badAnswer(String answer) {
        String shown = Facts.plain(answer.strip().replaceAll("<[^>]*>", " "));
        return new ConnectorException(
                Fault.of(CommonError.BAD_ANSWER, endpoint)
                        .with("address", address)
                        .with("found", shown.isEmpty() ? "?" : shown));
    }
}
