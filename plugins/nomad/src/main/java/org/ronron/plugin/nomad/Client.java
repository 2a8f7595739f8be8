package org.ronron.plugin.nomad;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.NodeRoom;
import org.ronron.layout.work.Labels;

/**
 * One client agent.
 *
 * @param row as the list tells it, with what the full node or an event adds
 */
record Client(Json.Obj row) {
    static final long MIB = 1L << 20;
    private static final String ALL = "NodeResources";
    private static final String KEPT = "ReservedResources";

    boolean draining() {
        return row.bool("Drain").orElse(false);
    }

    private OptionalLong size(String part, String kind, String member, long unit) {
        OptionalLong size = row.object(part).object(kind).figure(member);
        return size.isPresent() ? OptionalLong.of(size.getAsLong() * unit) : size;
    }

    NodeFact fact() {
        Reach reach =
                switch (row.word("Status")) {
                    case "ready", "initializing" -> Reach.UP;
                    case "down", "disconnected" -> Reach.DOWN;
                    default -> Reach.UNKNOWN;
                };
        Optional<String> own = row.object("Attributes").text("unique.network.ip-address");
        List<String> addresses =
                Stream.concat(row.text("Address").stream(), own.stream()).distinct().toList();
        return NodeFact.member(
                        row.word("ID"),
                        row.word("Name"),
                        addresses,
                        row.text("Datacenter"),
                        reach,
                        size(ALL, "Disk", "DiskMB", MIB),
                        OptionalLong.empty(),
                        "client",
                        labels())
                .sized(size(ALL, "Memory", "MemoryMB", MIB), size(ALL, "Cpu", "CpuShares", 1))
                .withRoom(
                        NodeRoom.kept(
                                size(KEPT, "Memory", "MemoryMB", MIB),
                                size(KEPT, "Cpu", "CpuShares", 1),
                                size(KEPT, "Disk", "DiskMB", MIB)));
    }

    private Map<String, String> labels() {
        boolean eligible = row.word("SchedulingEligibility").equals("eligible");
        List<Json.Obj> devices = row.object(ALL).objects("Devices");
        return new Labels()
                .machine(row.word("Status"), eligible, draining())
                .of(row, "pool", "NodePool", "class", "NodeClass", "version", "Version")
                .those("drivers", row.object("Drivers"), "Healthy")
                .counted("devices", devices, "Instances", "Vendor", "Type", "Name")
                // Six keys that begin so are every machine's by themselves.
                .own("meta", row.object("Meta"), "connect.")
                .all();
    }
}
