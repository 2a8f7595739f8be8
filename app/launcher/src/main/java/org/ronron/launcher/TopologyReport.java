package org.ronron.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.ronron.api.Connector;
import org.ronron.practice.bench.ForecastBench;
import org.ronron.practice.bench.Goal;
import org.ronron.practice.bench.Limits;
import org.ronron.practice.bench.TopologyBench;
import org.ronron.practice.bench.TopologyFigures;
import org.ronron.practice.bench.TopologyGoals;
import org.ronron.practice.clusters.FakeCluster;
import org.ronron.practice.clusters.MemoryNomad;
import org.ronron.practice.clusters.Rules;
import org.ronron.practice.clusters.Size;
import org.ronron.practice.process.TempFolder;
import org.ronron.transport.MemoryAnswers;
import org.ronron.ui.parts.FxBridge;

/** Measures the topology. */
record TopologyReport(
        BenchWords words, FxBridge fx, InstantSource clock, List<Connector> connectors) {
    /** For growth: as many workloads a machine as the bigger ones have. */
    private static final Size FEW = new Size(50, 1_000, 5, 51);

    /** Nodes of a Garage of which some are moved. */
    private static final int MOVED_AMONG = 100;

    List<Goal> goals() throws IOException {
        double bare = memory(MemoryCommand.Of.bare, "");
        double loaded = loaded();
        words.say(
                "bench.topology.memory",
                "window",
                words.mb(bare),
                "loaded",
                words.mb(loaded),
                "over",
                words.mb(loaded - bare));
        TopologyBench bench = new TopologyBench(fx, clock, nomad(connectors), MemoryAnswers::of);
        say(bench.limits(Size.THOUSAND));
        TopologyFigures few = measure(bench, FEW);
        TopologyFigures judged = measure(bench, Size.THOUSAND);
        TopologyFigures many = measure(bench, Size.THOUSANDS);
        return Stream.concat(
                        TopologyGoals.of(few, judged, many, loaded - bare).stream(),
                        forecast().goals().stream())
                .toList();
    }

    private ForecastBench.Figures forecast() {
        ForecastBench.Figures f =
                Rules.of(
                        connector(connectors, "garage"),
                        MemoryNomad.of(FakeCluster.of(FEW), MemoryAnswers::of),
                        clock,
                        rules -> ForecastBench.measure(rules, MOVED_AMONG));
        words.say(
                "bench.topology.forecast",
                "nodes",
                words.count(f.nodes()),
                "outlook",
                words.ms(f.outlook()),
                "first",
                words.ms(f.firstOutlook()),
                "copies",
                words.ms(f.forecast()),
                "firstCopies",
                words.ms(f.firstForecast()));
        return f;
    }

    static Connector nomad(List<Connector> connectors) {
        return connector(connectors, "nomad");
    }

    private static Connector connector(List<Connector> connectors, String id) {
        return connectors.stream()
                .filter(c -> c.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** In a program of its own, which reads what this one has made. */
    private double loaded() throws IOException {
        try (TempFolder folder = new TempFolder("bench")) {
            java.nio.file.Path file = folder.path().resolve("cluster");
            MemoryNomad.of(FakeCluster.of(Size.THOUSAND), MemoryAnswers::of).write(file);
            return memory(MemoryCommand.Of.topology, file.toString());
        }
    }

    private static double memory(MemoryCommand.Of of, String file) throws IOException {
        Process child =
                new ProcessBuilder(ChildProgram.command(MemoryCommand.NAME, of.name(), file))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return Double.parseDouble(said.strip());
        } catch (NumberFormatException e) {
            throw new IOException("the measured program said: " + said, e);
        }
    }

    private TopologyFigures measure(TopologyBench bench, Size size) {
        TopologyFigures f = bench.measure(size);
        words.say(
                "bench.topology",
                "nodes",
                words.count(size.nodes()),
                "workloads",
                words.count(size.allocations()),
                "json",
                words.mb(f.json()),
                "first",
                words.ms(f.firstLoad()),
                "load",
                words.ms(f.load()),
                "read",
                words.ms(f.read()),
                "picture",
                words.ms(f.picture()),
                "frame",
                words.ms(f.frame()),
                "worst",
                words.ms(f.frameWorst()),
                "pulses",
                words.rate(f.pulses()),
                "change",
                words.ms(f.change()),
                "firstChange",
                words.ms(f.firstChange()),
                "firstClick",
                words.ms(f.firstClick()),
                "click",
                words.ms(f.click()));
        return f;
    }

    private void say(Limits limits) {
        words.say(
                "bench.topology.limits",
                "count",
                words.count(limits.rectangles()),
                "canvas",
                words.rate(limits.canvas().pulses()),
                "canvasRatio",
                words.number(TopologyGoals.pulses(limits.canvas().pulses()).ratio()),
                "fill",
                words.ms(limits.fill().half()),
                "worst",
                words.ms(limits.fill().worst()),
                "worstRatio",
                words.number(TopologyGoals.frame(limits.fill().worst()).ratio()),
                "pulses",
                words.rate(limits.fill().pulses()),
                "pulsesRatio",
                words.number(TopologyGoals.pulses(limits.fill().pulses()).ratio()));
    }
}
