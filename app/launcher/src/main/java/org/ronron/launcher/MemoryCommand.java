package org.ronron.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.Connector;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.practice.bench.MemoryBench;
import org.ronron.practice.clusters.MemoryNomad;
import org.ronron.practice.clusters.Reading;
import org.ronron.transport.MemoryAnswers;
import org.ronron.ui.parts.FxBridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The program that {@code bench topology} starts to know its memory: prints it in MB. */
@Command(name = MemoryCommand.NAME, hidden = true)
final class MemoryCommand implements Callable<Integer> {
    static final String NAME = "bench-memory";

    /** What is in the window. */
    enum Of {
        bare,
        topology
    }

    private final Console console;
    private final InstantSource clock;
    private final List<Connector> connectors;

    @Parameters(index = "0")
    private Of of = Of.bare;

    @Parameters(index = "1", defaultValue = "")
    private String file = "";

    MemoryCommand(Console console, InstantSource clock, List<Connector> connectors) {
        this.console = console;
        this.clock = clock;
        this.connectors = connectors;
    }

    @Override
    public Integer call() throws IOException {
        FxBridge fx = BenchCommand.toolkit();
        MemoryBench bench = new MemoryBench(fx, clock);
        double measured =
                switch (of) {
                    case bare -> bench.bare();
                    case topology -> topology(bench);
                };
        console.line(String.format(Locale.ROOT, "%.1f", measured));
        return Exit.OK;
    }

    private double topology(MemoryBench bench) throws IOException {
        MemoryNomad server = MemoryNomad.read(Path.of(file), MemoryAnswers::of);
        Reading reading = new Reading(TopologyReport.nomad(connectors), server, clock);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return bench.loaded(reading, workers);
        } finally {
            workers.shutdownNow();
        }
    }
}
