package org.ronron.practice.clusters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.ronron.practice.clusters.FakeAllocation.Ask;

/** Draws machines, then jobs until all allocations are placed where there is room. */
final class Placing {
    private final Size size;
    private final Draws draws;
    private final List<FakeMachine> machines = new ArrayList<>();
    private final List<FakeJob> jobs = new ArrayList<>();
    private final List<FakeAllocation> allocations = new ArrayList<>();
    private final Room room;
    private final double memoryScale;
    private final double cpuScale;

    Placing(Size size) {
        this.size = size;
        draws = new Draws(size.seed() * 7919 + 17);
        draw();
        Set<Integer> empty = new HashSet<>();
        IntStream.range(0, size.nodes() / 100).forEach(i -> empty.add(draws.below(size.nodes())));
        room = new Room(draws, machines, empty);
        memoryScale = scale(0.62, m -> m.kind().memory, Words.MEMORY);
        cpuScale = scale(0.55, m -> m.kind().cpu(), Words.CPU);
        everywhere(empty);
        probe("probe-web", 8);
        if (size.nodes() >= 50) {
            probe("probe-wide", (int) Math.round(size.nodes() / 10.0));
        }
        for (int number = 1; allocations.size() < size.allocations(); number++) {
            one(number);
        }
    }

    private void draw() {
        int[] sizes = zones();
        Kind[] kinds = Kind.bag();
        for (int zone = 0; zone < sizes.length; zone++) {
            for (int i = 0; i < sizes[zone]; i++) {
                machines.add(FakeMachine.draw(draws, kinds, zone, i));
            }
        }
    }

    List<FakeMachine> machines() {
        return machines;
    }

    List<FakeJob> jobs() {
        return jobs;
    }

    List<FakeAllocation> allocations() {
        return allocations;
    }

    /** How many machines each zone has: uneven, but not very. */
    private int[] zones() {
        double[] weights = new double[size.zones()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.6 + 0.8 * draws.part();
            sum += weights[i];
        }
        int[] sizes = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            sizes[i] = Math.max(1, (int) Math.floor(size.nodes() * weights[i] / sum));
        }
        for (int i = 0; IntStream.of(sizes).sum() < size.nodes(); i = (i + 1) % sizes.length) {
            sizes[i]++;
        }
        return sizes;
    }

    /** So that this part of all machines is reserved in the end. */
    private double scale(double part, ToIntFunction<FakeMachine> has, int[] asked) {
        double mean =
                (double) machines.stream().mapToLong(has::applyAsInt).sum() / size.allocations();
        return Math.min(3, part * mean / ((double) IntStream.of(asked).sum() / asked.length));
    }

    private FakeJob job(String id, String namespace, String type) {
        FakeJob job = new FakeJob(draws, id, namespace, type);
        jobs.add(job);
        return job;
    }

    private void place(Ask ask, int number, int machine, boolean pending) {
        room.take(machine, ask);
        allocations.add(FakeAllocation.draw(draws, ask, number, machines.get(machine), pending));
    }

    /** What runs on each machine. */
    private void everywhere(Set<Integer> empty) {
        boolean many = (double) size.allocations() / size.nodes() >= 10;
        for (String id :
                many ? List.of("node-exporter", "log-shipper") : List.of("node-exporter")) {
            FakeJob job = job(id, "shared", "system");
            Ask ask = new Ask(job, "agent", 128, 100, List.of("agent"));
            for (int i = 0; i < size.nodes(); i++) {
                if (!empty.contains(i)) {
                    place(ask, i, i, false);
                }
            }
        }
    }

    /** One with so many siblings, a zone after the other. */
    private void probe(String id, int count) {
        FakeJob job = job(id, "default", "service");
        int memory = (int) Math.round(1024 * Math.min(1, memoryScale));
        int cpu = (int) Math.round(500 * Math.min(1, cpuScale));
        Ask ask = new Ask(job, "web", memory, cpu, List.of("web"));
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int machine = room.find(memory, cpu, used, Words.CITIES[i % size.zones()]);
            used.add(machine);
            place(ask, i, machine, false);
        }
    }

    private void one(int number) {
        String id = draws.pick(Words.APPS) + "-" + "%04d".formatted(number);
        String namespace = draws.pick(Words.NAMESPACES);
        FakeJob job = job(id, namespace, draws.luck(0.06) ? "batch" : "service");
        int groups = 1 + draws.below(3);
        for (int g = 0; g < groups && allocations.size() < size.allocations(); g++) {
            group(job, Words.GROUPS[(number + g) % Words.GROUPS.length]);
        }
    }

    private void group(FakeJob job, String group) {
        int count = size.nodes() < 20 ? 1 + draws.below(2) : draws.pick(Words.COUNTS);
        int memory = (int) Math.max(32, Math.round(draws.pick(Words.MEMORY) * memoryScale));
        int cpu = (int) Math.max(20, Math.round(draws.pick(Words.CPU) * cpuScale));
        List<String> tasks = draws.luck(0.25) ? List.of(group, "connect-proxy") : List.of(group);
        Ask ask = new Ask(job, group, memory, cpu, tasks);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < count && allocations.size() < size.allocations(); i++) {
            int machine = room.find(memory, cpu, used, null);
            used.add(machine);
            place(ask, i, machine, draws.luck(0.03));
        }
    }
}
