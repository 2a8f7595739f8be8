package org.ronron.launcher;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.ronron.api.Connector;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.practice.bench.Goal;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.FxBridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code ronron bench spaces} and {@code topology}: measure the real window, a line a figure, and
 * judge it.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum What {
        spaces,
        topology
    }

    private final Console console;
    private final Texts texts;
    private final InstantSource clock;
    private final List<Connector> connectors;

    @Parameters(index = "0", paramLabel = "spaces|topology")
    private What what = What.spaces;

    BenchCommand(Console console, InstantSource clock, List<Connector> connectors) {
        this.console = console;
        this.texts = console.texts();
        this.clock = clock;
        this.connectors = connectors;
    }

    @Override
    public Integer call() throws IOException {
        FxBridge fx = toolkit();
        BenchWords words = new BenchWords(console);
        List<Goal> goals =
                switch (what) {
                    case spaces -> new SpacesReport(words, fx, clock).goals();
                    case topology -> new TopologyReport(words, fx, clock, connectors).goals();
                };
        goals.forEach(words::judged);
        long met = goals.stream().filter(Goal::met).count();
        console.line(
                texts.get(
                        "bench.sum",
                        "what",
                        what.name(),
                        "met",
                        String.valueOf(met),
                        "all",
                        String.valueOf(goals.size())));
        return met == goals.size() ? Exit.OK : Exit.FAULT;
    }

    /** Started, and kept though windows come and go. */
    static FxBridge toolkit() {
        FxBridge fx = new FxBridge();
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        fx.start(
                () -> {
                    Platform.setImplicitExit(false);
                    up.complete(true);
                });
        up.join();
        return fx;
    }
}
