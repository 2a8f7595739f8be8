package org.ronron.plugin.nomad;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Reach;
import org.ronron.api.NodeRoom;
import org.ronron.layout.work.Machine;

/**
 * One client agent.
 *
 * @param row as the list tells it, with what the full node or an event adds
 */
record Client(Json.Obj row) {
    static final long MIB = 1L << 20;

    boolean draining() {
        return row.bool("Drain").orElse(false);
    }

    private OptionalLong kept(String kind, String member, long unit) {
        Json.Obj kept = row.object("ReservedResources").object(kind);
        OptionalLong all = size(kind, member, unit);
        return all.isPresent() ? OptionalLong.of(kept.number(member).orElse(0L) * unit) : all;
    }

    private OptionalLong size(String kind, String member, long unit) {
        OptionalLong all = row.object("NodeResources").object(kind).figure(member);
        return all.isPresent() ? OptionalLong.of(all.getAsLong() * unit) : all;
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
        return new NodeFact(
                row.word("ID"),
                row.word("Name"),
                addresses,
                row.text("Datacenter"),
                reach,
                NodeFact.Machine.UNKNOWN,
                size("Memory", "MemoryMB", MIB),
                size("Cpu", "CpuShares", 1),
                size("Disk", "DiskMB", MIB),
                OptionalLong.empty(),
                row.word("NodePool").isEmpty() ? "none" : "client",
                labels(),
                NodeRoom.kept(
                        kept("Memory", "MemoryMB", MIB),
                        kept("Cpu", "CpuShares", 1),
                        kept("Disk", "DiskMB", MIB)));
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(Machine.STATUS, row.word("Status"));
        boolean eligible = row.word("SchedulingEligibility").equals("eligible");
        labels.put(Machine.ELIGIBLE, Machine.word(eligible));
        labels.put(Machine.DRAINING, Machine.word(draining()));
        labels.put("pool", row.word("NodePool"));
        labels.put("class", row.word("NodeClass"));
        labels.put("version", row.word("Version"));
        labels.put("reserved", "" + kept("Memory", "MemoryMB", 1).orElse(0));
        labels.put("reservedCpu", "" + kept("Cpu", "CpuShares", 1).orElse(0));
        Json.Obj drivers = row.object("Drivers");
        Set<String> names = new TreeSet<>(drivers.members().keySet());
        names.removeIf(name -> !drivers.object(name).bool("Healthy").orElse(false));
        labels.put("drivers", String.join(", ", names));
        Json.Obj meta = row.object("Meta");
        Set<String> set = new TreeSet<>();
        meta.members().keySet().forEach(key -> set.add(key + " = " + meta.word(key)));
        // Six keys that begin so are every machine's by themselves.
        set.removeIf(key -> key.startsWith("connect."));
        labels.put("meta", String.join(", ", set));
        labels.values().removeIf(String::isEmpty);
        return labels;
    }
}
