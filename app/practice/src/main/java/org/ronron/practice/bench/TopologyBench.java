package org.ronron.practice.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import org.ronron.api.Connector;
import org.ronron.core.model.Collective;
import org.ronron.practice.bench.Stopwatch.Time;
import org.ronron.practice.clusters.Answering;
import org.ronron.practice.clusters.FakeCluster;
import org.ronron.practice.clusters.MemoryNomad;
import org.ronron.practice.clusters.Reading;
import org.ronron.practice.clusters.Size;
import org.ronron.ui.parts.FxBridge;

/**
 * Loads clusters into the real window, moves over them, changes and clicks. Blocks; not on the FX
 * thread. Times are in ms.
 */
public final class TopologyBench {
    static final int WIDTH = 1366;
    static final int HEIGHT = 768;

    private static final int LOADS = 5;
    private static final int WARM = 60;
    private static final int FRAMES = 480;
    private static final int VARIANTS = 4;

    /** Of more workloads a process holds few collectives beside their answers. */
    private static final int MANY = 50_000;

    private static final int EVENTS = 200;

    /** So many changes and clicks before them, as with frames; the first is printed. */
    private static final int EVENTS_BEFORE = 20;

    private final FxBridge fx;
    private final InstantSource clock;
    private final Connector nomad;
    private final Answering answering;
    private final Stopwatch watch;

    /**
     * @param nomad the connector
     * @param answering reads answers as the house's own transport does
     */
    public TopologyBench(FxBridge fx, InstantSource clock, Connector nomad, Answering answering) {
        this.fx = fx;
        this.clock = clock;
        this.nomad = nomad;
        this.answering = answering;
        this.watch = new Stopwatch(fx);
    }

    public TopologyFigures measure(Size size) {
        Told told = told(size);
        StillDesk desk = new StillDesk(told.reading.nothing());
        Scene scene = new Windows(fx, clock).open(desk, WIDTH, HEIGHT);
        try {
            return measure(size, told, desk, new MapHand(scene, watch));
        } finally {
            watch.run(() -> scene.getWindow().hide());
        }
    }

    /**
     * A cluster.
     *
     * @param first how it is
     * @param later how it is at other moments, when other workloads start anew
     */
    private record Told(Reading reading, Collective first, List<Collective> later) {}

    /** Nothing stays of the rows that it is made from. */
    private Told told(Size size) {
        FakeCluster cluster = FakeCluster.of(size);
        int variants = size.allocations() > MANY ? 1 : VARIANTS;
        Collective first = reading(cluster).once();
        List<Collective> later =
                IntStream.range(0, variants)
                        .mapToObj(which -> reading(cluster.later(which)).after(first))
                        .toList();
        return new Told(reading(cluster), first, later);
    }

    private Reading reading(FakeCluster cluster) {
        return new Reading(nomad, MemoryNomad.of(cluster, answering), clock);
    }

    /** How fast the toolkit itself paints as many rectangles as this cluster has. */
    public Limits limits(Size size) {
        return Limits.of(fx, size.allocations() * 2, WIDTH, HEIGHT);
    }

    private TopologyFigures measure(Size size, Told told, StillDesk desk, MapHand map) {
        Reading reading = told.reading;
        List<Time> loads = new ArrayList<>();
        for (int i = 0; i <= LOADS; i++) {
            watch.brought(map.scene(), () -> desk.show(reading.nothing()));
            loads.add(
                    map.painted(() -> watch.brought(map.scene(), () -> desk.show(reading.once()))));
            map.check(size);
        }
        List<Double> reads = new ArrayList<>();
        List<Time> pictures = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            long begun = System.nanoTime();
            Collective next = reading.once();
            reads.add((System.nanoTime() - begun) / 1e6);
            watch.brought(map.scene(), () -> desk.show(reading.nothing()));
            pictures.add(map.painted(() -> watch.brought(map.scene(), () -> desk.show(next))));
        }
        Pulses.Figures frames = Pulses.of(fx, map.scene(), map::move, WARM, FRAMES);
        watch.run(map::fit);
        List<Time> changes = changes(told, desk, map);
        List<Time> clicks = map.clicks(EVENTS_BEFORE + EVENTS);
        return new TopologyFigures(
                size,
                reading.server().bytes() / 1e6,
                loads.getFirst().shown(),
                at(loads.subList(1, loads.size()), Time::shown, 0.5),
                Part.of(reads, 0.5),
                at(pictures, Time::work, 0.5),
                frames.half(),
                frames.most(),
                frames.second(),
                changes.getFirst().work(),
                at(judged(changes), Time::work, 0.95),
                clicks.getFirst().work(),
                at(judged(clicks), Time::work, 0.95));
    }

    /** There and back, so that each time one workload of a hundred is another than before. */
    private List<Time> changes(Told told, StillDesk desk, MapHand map) {
        watch.brought(map.scene(), () -> desk.show(told.first));
        List<Time> changes = new ArrayList<>();
        for (int i = 0; i < EVENTS_BEFORE + EVENTS; i++) {
            Collective next = i % 2 == 0 ? told.later.get(i / 2 % told.later.size()) : told.first;
            changes.add(map.painted(() -> watch.brought(map.scene(), () -> desk.show(next))));
        }
        return changes;
    }

    private static List<Time> judged(List<Time> events) {
        return events.subList(EVENTS_BEFORE, events.size());
    }

    private static double at(List<Time> times, ToDoubleFunction<Time> what, double part) {
        return Part.of(times.stream().mapToDouble(what).toArray(), part);
    }
}
