package org.ronron.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.BucketFact;
import org.ronron.api.ClusterFact;
import org.ronron.api.Connector;
import org.ronron.api.FindingFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;
import org.ronron.resources.Figures;
import org.ronron.resources.Texts;

/** One observation in words, for {@code check}. */
final class ObservationText {
    private final Console console;
    private final Texts texts;
    private final Figures figures;

    ObservationText(Console console) {
        this.console = console;
        this.texts = console.texts();
        this.figures = texts.figures();
    }

    void print(Connector connector, Observation seen) {
        String type = connector.descriptor().id();
        console.line(
                texts.get(
                        "check.answered",
                        "type",
                        type,
                        "version",
                        seen.version().isEmpty() ? texts.get("check.noVersion") : seen.version()));
        seen.clusters().forEach(this::cluster);
        seen.nodes().forEach(node -> node(type, node));
        seen.workloads().forEach(this::workload);
        seen.buckets().forEach(this::bucket);
        seen.findings().forEach(finding -> finding(type, finding, seen.at()));
    }

    private void cluster(ClusterFact cluster) {
        String copies =
                cluster.copies().isPresent()
                        ? texts.count("check.copies", cluster.copies().getAsInt())
                        : texts.get("check.copiesUnknown");
        console.line(
                cluster.name()
                        + "  "
                        + texts.get(cluster.healthy() ? "check.healthy" : "check.notHealthy")
                        + ", "
                        + copies
                        + (cluster.busy() ? ", " + texts.get("check.busy") : ""));
    }

    private void node(String type, NodeFact node) {
        StringBuilder line = new StringBuilder("  ").append(node.name());
        line.append("  ")
                .append(texts.get("check.reach." + node.reach().name().toLowerCase(Locale.ROOT)));
        node.zone()
                .ifPresent(zone -> line.append(", ").append(texts.get("check.zone", "zone", zone)));
        node.memory().ifPresent(m -> line.append(", ").append(figures.bytes(m)));
        node.room().memoryKept().ifPresent(k -> line.append(' ').append(kept(k)));
        node.cpu().ifPresent(c -> line.append(", ").append(figures.mhz(c)));
        node.disk().ifPresent(d -> line.append(", ").append(disk(node, d)));
        console.line(line.toString());
        new TreeMap<>(node.labels())
                .forEach(
                        (key, value) ->
                                texts.find(type, "fact." + key)
                                        .ifPresent(
                                                label ->
                                                        console.line(
                                                                fact(type, key, label, value))));
    }

    private String fact(String type, String key, String label, String value) {
        String said = texts.value(type, key, value);
        return "    " + texts.get("check.fact", "label", label, "value", said);
    }

    private String kept(long bytes) {
        return texts.get("check.kept", "size", figures.bytes(bytes));
    }

    private String disk(NodeFact node, long total) {
        return node.diskFree().isPresent()
                ? texts.get(
                        "check.diskFree",
                        "free",
                        figures.bytes(node.diskFree().getAsLong()),
                        "total",
                        figures.bytes(total))
                : texts.get("check.disk", "total", figures.bytes(total));
    }

    private void workload(WorkloadFact workload) {
        console.line(
                "  - "
                        + workload.name()
                        + "  "
                        + texts.get(
                                "check.state." + workload.state().name().toLowerCase(Locale.ROOT)));
    }

    private void bucket(BucketFact bucket) {
        String name = bucket.names().isEmpty() ? bucket.key() : String.join(", ", bucket.names());
        console.line("  " + texts.get("check.bucket", "name", name));
    }

    private void finding(String type, FindingFact finding, Instant at) {
        Map<String, String> values = figures.lengths(finding.details(), at);
        values.putIfAbsent("subject", finding.subject());
        console.line("! " + texts.of(type, "finding." + finding.kind() + ".what", values));
        console.line("  " + texts.of(type, "finding." + finding.kind() + ".remedy", values));
    }
}
