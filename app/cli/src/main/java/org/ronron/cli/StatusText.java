package org.ronron.cli;

import java.time.Instant;
import java.util.OptionalLong;
import org.ronron.core.findings.Findings;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.resources.Figures;
import org.ronron.resources.Texts;

/**
 * What {@code status} prints for people: the worst findings first, then backups, then zones with
 * their machines.
 */
final class StatusText {
    private final Texts texts;
    private final Figures figures;
    private final Console console;

    StatusText(Console console) {
        this.console = console;
        this.texts = console.texts();
        this.figures = texts.figures();
    }

    void print(Collective collective, Instant now) {
        console.line(
                collective.name()
                        + ": "
                        + texts.count("status.nodes", collective.machines())
                        + ", "
                        + texts.count("status.workloads", collective.workloads())
                        + ", "
                        + totals(collective.totals()));
        FindingText words = new FindingText(texts, now);
        for (Finding finding : Findings.inOrder(collective.findings())) {
            console.line(FindingText.sign(finding.severity()) + words.what(finding));
        }
        if (!collective.accepted().isEmpty()) {
            console.line(texts.count("status.accepted", collective.accepted().size()));
        }
        new SafetyText(console, now).print(collective.safety());
        for (Zone zone : collective.zones()) {
            String name = zone.name().isEmpty() ? texts.get("status.noZone") : zone.name();
            console.line(
                    name
                            + "  "
                            + texts.count("status.workloads", zone.workloads())
                            + ", "
                            + totals(zone.totals()));
            collective.in(zone.name()).forEach(this::node);
        }
        for (EndpointView endpoint : collective.endpoints()) {
            String age =
                    endpoint.answered()
                            .map(at -> figures.age(at, now))
                            .orElse(texts.get("status.never"));
            console.line(
                    texts.get(
                            "status.endpoint",
                            "name",
                            endpoint.name(),
                            "type",
                            endpoint.type(),
                            "state",
                            texts.get("status.state." + endpoint.state().name()),
                            "age",
                            age));
            endpoint.fault().ifPresent(fault -> console.line("    " + texts.what(fault)));
        }
    }

    private void node(Node node) {
        StringBuilder line = new StringBuilder("  ").append(node.name());
        line.append("  ").append(texts.get("status.node." + state(node)));
        line.append("  ").append(texts.count("status.workloads", node.workloads().size()));
        node.memory().ifPresent(m -> line.append(", ").append(figures.bytes(m)));
        node.cpu().ifPresent(c -> line.append(", ").append(figures.mhz(c)));
        console.line(line.toString());
    }

    private static String state(Node node) {
        return node.vanished().isPresent() ? "GONE" : node.state().name();
    }

    private String totals(Totals totals) {
        return part(totals.memoryReserved(), totals.memory(), true)
                + ", "
                + part(totals.cpuReserved(), totals.cpu(), false);
    }

    private String part(OptionalLong reserved, OptionalLong total, boolean memory) {
        if (total.isEmpty()) {
            return texts.get(memory ? "status.memoryUnknown" : "status.cpuUnknown");
        }
        String all = memory ? figures.bytes(total.getAsLong()) : figures.mhz(total.getAsLong());
        if (reserved.isEmpty()) {
            return all;
        }
        String some =
                memory ? figures.bytes(reserved.getAsLong()) : figures.mhz(reserved.getAsLong());
        return texts.get(
                "status.ofTotal",
                "reserved",
                some,
                "total",
                all,
                "percent",
                figures.percent(reserved.getAsLong(), total.getAsLong()));
    }
}
