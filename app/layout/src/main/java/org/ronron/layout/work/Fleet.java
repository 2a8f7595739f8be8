package org.ronron.layout.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ronron.api.ClusterFact;
import org.ronron.api.FindingFact;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;

/** Machines and what runs on them. */
public record Fleet(List<Machine> machines, List<Service> services) {
    /**
     * Keys of the texts that a connector brings. Of a forecast, {@code noRoom} and {@code room} say
     * a {@code {value}} that is needed and what is {@code {free}}, in MiB, the others a {@code
     * {value}}, names of services.
     */
    public static final Set<String> TEXTS =
            Set.of(
                    "forecast.noRoom",
                    "forecast.room",
                    "forecast.nowhere",
                    "forecast.pinned",
                    "forecast.everywhere",
                    "finding.down.what",
                    "finding.down.remedy",
                    "finding.ineligible.what",
                    "finding.ineligible.remedy",
                    "fact." + Machine.STATUS);

    private static final long MIB = 1L << 20;

    public Fleet {
        machines = List.copyOf(machines);
        services = List.copyOf(services);
    }

    /**
     * From what a connector tells.
     *
     * @param nodes with the labels of {@link Machine}
     * @param rules by a workload's group; of what is not told, everything is allowed
     */
    public static Fleet of(
            List<NodeFact> nodes, List<WorkloadFact> workloads, Map<String, Service.Rule> rules) {
        Service.Rule anywhere = new Service.Rule(List.of(), false);
        return new Fleet(
                nodes.stream().map(Machine::of).toList(),
                workloads.stream()
                        .filter(workload -> workload.memory().isPresent())
                        .map(w -> Service.of(w, rules.getOrDefault(w.group().orElse(""), anywhere)))
                        .toList());
    }

    /**
     * The cluster that the machines are: at work while one of them is emptied.
     *
     * @param more what the connector keeps beside, for its plans
     */
    public ClusterFact cluster(String key, String name, boolean healthy, Json.Obj more) {
        boolean busy = machines.stream().anyMatch(Machine::draining);
        return new ClusterFact(key, name, OptionalInt.empty(), healthy, busy, json().with(more));
    }

    public Optional<Machine> machine(String id) {
        return machines.stream().filter(machine -> machine.id().equals(id)).findFirst();
    }

    /**
     * Machines that need a person: {@code down} and {@code ineligible}, each with its {@code node}
     * and its {@code status}.
     */
    public List<FindingFact> findings() {
        List<FindingFact> found = new ArrayList<>();
        for (Machine machine : machines) {
            String[] of = {"node", machine.name(), "status", machine.status()};
            if (!machine.up()) {
                found.add(FindingFact.of("down", Severity.ERROR, machine.id(), of));
            } else if (!machine.eligible() && !machine.draining()) {
                found.add(FindingFact.of("ineligible", Severity.INFO, machine.id(), of));
            }
        }
        return List.copyOf(found);
    }

    /** Of all that a plan depends on, for an observation's fingerprint. */
    public String words() {
        return machines.stream().map(Machine::words).sorted().collect(Collectors.joining("\n"));
    }

    /** As {@link #json} wrote it. */
    public static Fleet of(Json.Obj json) {
        return new Fleet(
                json.objects("machines").stream().map(Machine::of).toList(),
                json.objects("services").stream().map(Service::of).toList());
    }

    /** As data, for a cluster's state. */
    public Json.Obj json() {
        return Json.obj()
                .with("machines", Json.arr(machines.stream().map(Machine::json).toList()))
                .with("services", Json.arr(services.stream().map(Service::json).toList()));
    }

    /**
     * What has to run elsewhere while these machines are emptied, and whether it can: the memory
     * that it needs against what is free on machines that take more, and services that may run in
     * none of their zones ({@code nowhere}), or not in the new one ({@code pinned}).
     */
    public Forecast forecast(List<Move> moves) {
        Set<String> moved = moves.stream().map(Move::nodeKey).collect(Collectors.toSet());
        List<Machine> elsewhere =
                machines.stream().filter(m -> m.takes() && !moved.contains(m.id())).toList();
        List<Service> here = services.stream().filter(s -> moved.contains(s.machine())).toList();
        List<Service> leaving = here.stream().filter(s -> !s.rule().everywhere()).toList();
        Set<String> nowhere = new TreeSet<>();
        Set<String> pinned = new TreeSet<>();
        for (Service service : leaving) {
            if (elsewhere.stream().noneMatch(m -> service.rule().allows(m.zone()))) {
                nowhere.add(service.name());
            } else if (moves.stream()
                    .filter(move -> move.nodeKey().equals(service.machine()))
                    .noneMatch(move -> service.rule().allows(move.zone()))) {
                pinned.add(service.name());
            }
        }
        long needed = memory(leaving);
        long free = elsewhere.stream().mapToLong(this::free).sum();
        String key = needed > free ? "noRoom" : "room";
        Forecast.Warning room =
                new Forecast.Warning(
                        key, Map.of("value", "" + needed / MIB, "free", "" + free / MIB));
        List<Forecast.Warning> warnings = new ArrayList<>();
        if (needed > free) {
            warnings.add(room);
        }
        add("nowhere", nowhere, warnings);
        add("pinned", pinned, warnings);
        if (needed > 0 && needed <= free) {
            warnings.add(room);
        }
        add(
                "everywhere",
                here.stream()
                        .filter(s -> s.rule().everywhere())
                        .map(Service::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                warnings);
        return Forecast.ofWorkloads(leaving.size(), warnings);
    }

    private static void add(String key, Set<String> names, List<Forecast.Warning> warnings) {
        if (!names.isEmpty()) {
            warnings.add(new Forecast.Warning(key, Map.of("value", String.join(", ", names))));
        }
    }

    /** What is left on a machine. */
    private long free(Machine machine) {
        List<Service> there =
                services.stream().filter(s -> s.machine().equals(machine.id())).toList();
        return Math.max(0, machine.memory() - memory(there));
    }

    private static long memory(List<Service> of) {
        return of.stream().mapToLong(Service::memory).sum();
    }
}
