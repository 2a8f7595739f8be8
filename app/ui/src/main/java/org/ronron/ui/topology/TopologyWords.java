package org.ronron.ui.topology;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.resources.Figures;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** The picture's figures and names in words. */
record TopologyWords(Texts texts) {
    private static final String DOT = " · ";

    String zone(String name) {
        return name.isEmpty() ? texts.get("zone.none") : name;
    }

    /** "11 machines · 56 services · 23 / 95,89 Gio (24 %) · 22,5 / 60,2 GHz (37 %)". */
    String totals(Collective collective) {
        Totals totals = collective.totals();
        return counts(collective.machines(), collective.workloads(), counted(collective))
                + known(memory(totals.memoryReserved(), totals.memory()), totals.memory())
                + known(percent(totals.memoryReserved(), totals.memory()))
                + known(cpu(totals.cpuReserved(), totals.cpu()), totals.cpu())
                + known(percent(totals.cpuReserved(), totals.cpu()));
    }

    private static String known(String text, OptionalLong total) {
        return total.isPresent() ? DOT + text : "";
    }

    private static String known(String percent) {
        return percent.isEmpty() ? "" : " (" + percent + ")";
    }

    String percent(OptionalLong part, OptionalLong total) {
        return part.isPresent() && total.isPresent()
                ? figures().percent(part.getAsLong(), total.getAsLong())
                : "";
    }

    /** "6,11 / 22,99 Gio"; only what there is when nothing is known of what is reserved. */
    String memory(OptionalLong reserved, OptionalLong total) {
        return of(reserved, total, figures()::gib, "unit.gib");
    }

    String cpu(OptionalLong reserved, OptionalLong total) {
        return of(reserved, total, figures()::ghz, "unit.ghz");
    }

    private String of(
            OptionalLong part, OptionalLong total, LongFunction<String> figure, String unit) {
        if (total.isEmpty()) {
            return texts.get("topology.notKnown");
        }
        String all = figure.apply(total.getAsLong()) + "\u00a0" + texts.get(unit);
        return part.isPresent() ? figure.apply(part.getAsLong()) + " / " + all : all;
    }

    /** "0 / 11,6 → 15,35 Gio": what there is before and after what is staged. */
    String memory(Totals before, Totals after) {
        return change(
                reserved(before.memoryReserved(), after.memoryReserved(), figures()::gib),
                before.memory(),
                after.memory(),
                figures()::gib,
                "unit.gib");
    }

    /** "0 / 5 → 10 GHz". */
    String cpu(Totals before, Totals after) {
        return change(
                reserved(before.cpuReserved(), after.cpuReserved(), figures()::ghz),
                before.cpu(),
                after.cpu(),
                figures()::ghz,
                "unit.ghz");
    }

    private static String reserved(
            OptionalLong before, OptionalLong after, LongFunction<String> figure) {
        return before.isEmpty()
                ? ""
                : arrow(figure.apply(before.getAsLong()), figure.apply(after.orElse(0))) + " / ";
    }

    private String change(
            String reserved,
            OptionalLong before,
            OptionalLong after,
            LongFunction<String> figure,
            String unit) {
        if (before.isEmpty() && after.isEmpty()) {
            return texts.get("topology.notKnown");
        }
        String all = arrow(figure.apply(before.orElse(0)), figure.apply(after.orElse(0)));
        return (reserved + all).replace(' ', '\u00a0') + '\u00a0' + texts.get(unit);
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? before : before + " → " + after;
    }

    /** "3 machines · 14 services". */
    private String counts(long nodes, long workloads, boolean counted) {
        return texts.count("topology.nodes", nodes)
                + (counted ? DOT + texts.count("topology.workloads", workloads) : "");
    }

    /** Whether anybody counted services: of a sample without any, they were not published. */
    static boolean counted(Collective collective) {
        return collective.workloads() > 0 || !collective.kind().equals("sample");
    }

    /** "2 → 1 machine · 14 services"; both as they are now, and once they have come and gone. */
    String counts(Collective of, Zone zone, long nodes, long workloads) {
        String machines = before(zone.nodes(), nodes) + texts.count("topology.nodes", nodes);
        return counted(of)
                ? machines
                        + DOT
                        + before(zone.workloads(), workloads)
                        + texts.count("topology.workloads", workloads)
                : machines;
    }

    private String before(long then, long after) {
        return then == after ? "" : figures().whole(then) + " → ";
    }

    /** "3 machines · 14 services · 5,45 / 16,2 GHz". */
    String line(Collective of, Zone zone) {
        Totals totals = zone.totals();
        return counts(zone.nodes(), zone.workloads(), counted(of))
                + known(cpu(totals.cpuReserved(), totals.cpu()), totals.cpu());
    }

    String spoken(Node node, String aside) {
        return texts.get(
                "topology.spoken",
                "node",
                node.name(),
                "state",
                Mark.of(node.state()).word(texts),
                "aside",
                aside,
                "zone",
                zone(node.zone()),
                "workloads",
                texts.count("topology.workloads", node.workloads().size()));
    }

    String machine(Node node) {
        return texts.get("topology.machine." + node.machine().name().toLowerCase(Locale.ROOT));
    }

    Figures figures() {
        return texts.figures();
    }
}
