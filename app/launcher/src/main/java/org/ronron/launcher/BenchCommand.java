package org.ronron.launcher;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.practice.bench.Goals;
import org.ronron.practice.bench.Goals.Goal;
import org.ronron.practice.bench.SpacesBench;
import org.ronron.practice.bench.SpacesBench.Figures;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.FxBridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ronron bench spaces}: measures the real window, a line a figure, and judges it. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final List<Integer> COUNTS = List.of(1_000, Goals.JUDGED, 100_000);

    /** What can be measured. */
    enum What {
        spaces
    }

    private final Console console;
    private final Texts texts;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "spaces")
    private What what = What.spaces;

    BenchCommand(Console console, InstantSource clock) {
        this.console = console;
        this.texts = console.texts();
        this.clock = clock;
    }

    @Override
    public Integer call() {
        FxBridge fx = new FxBridge();
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        fx.start(
                () -> {
                    Platform.setImplicitExit(false);
                    up.complete(true);
                });
        up.join();
        SpacesBench bench = new SpacesBench(fx, clock);
        List<Figures> all = new ArrayList<>();
        for (int count : COUNTS) {
            Figures figures = bench.measure(count);
            all.add(figures);
            console.line(line(figures));
        }
        List<Goal> goals = Goals.of(all);
        goals.forEach(g -> console.line(line(g)));
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

    private String line(Figures f) {
        return texts.get(
                "bench.spaces",
                "spaces",
                texts.figures().whole(f.spaces()),
                "join",
                ms(f.join()),
                "first",
                ms(f.firstOpen()),
                "open",
                ms(f.open()),
                "openWork",
                ms(f.openWork()),
                "openRatio",
                texts.figures().decimal(f.open() / f.plainOpen()),
                "key",
                ms(f.key()),
                "keyWork",
                ms(f.keyWork()),
                "keyRatio",
                texts.figures().decimal(f.keyWork() / f.plainKeyWork()));
    }

    private String line(Goal goal) {
        String unit = goal.growth() ? "bench.exponent" : "bench.ms";
        return texts.get(
                goal.met() ? "bench.met" : "bench.missed",
                "name",
                texts.get("bench.goal." + goal.name()),
                "measured",
                texts.get(unit, "n", texts.figures().decimal(goal.measured())),
                "most",
                texts.get(unit, "n", texts.figures().decimal(goal.most())),
                "ratio",
                texts.figures().decimal(goal.ratio()));
    }

    private String ms(double time) {
        return texts.get("bench.ms", "n", texts.figures().decimal(time));
    }
}
