package org.ronron.ui.topology;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.core.model.Zone;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.topology.map.Hit;

/** One line on what lies under the pointer. */
record Lines(TopologyWords words) {
    private static final String DOT = " · ";

    String of(Collective collective, Hit hit) {
        if (!hit.node().isEmpty()) {
            return collective.node(hit.node()).map(n -> node(n, hit)).orElse("");
        }
        return hit.inZone()
                ? collective.zone(hit.zone()).map(z -> zone(collective, z)).orElse("")
                : "";
    }

    private String node(Node node, Hit hit) {
        Optional<Workload> workload =
                node.workloads().stream().filter(w -> w.id().equals(hit.workload())).findFirst();
        if (workload.isPresent()) {
            return workload(node, workload.get());
        }
        return join(
                node.name(),
                Mark.of(node.state()).word(words.texts()),
                words.texts().count("topology.workloads", node.workloads().size()),
                node.memory().isPresent()
                        ? words.memory(
                                node.sizesPublished()
                                        ? node.reserved(Resource.MEMORY)
                                        : OptionalLong.empty(),
                                node.offered(Resource.MEMORY))
                        : "");
    }

    private String workload(Node node, Workload workload) {
        return join(
                workload.name(),
                workload.group().filter(g -> !g.equals(workload.name())).orElse(""),
                workload.memory().isPresent()
                        ? words.figures().bytes(workload.memory().getAsLong())
                        : "",
                workload.cpu().isPresent() ? words.cpu(OptionalLong.empty(), workload.cpu()) : "",
                node.name());
    }

    private String zone(Collective collective, Zone zone) {
        return join(words.zone(zone.name()), words.line(collective, zone));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(DOT));
    }
}
