package org.ronron.practice.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement;

/**
 * How long Garage's rules take for what a move would do: a tenth of the nodes of a cluster go to
 * one zone. No window, no I/O; any thread.
 */
public final class ForecastBench {
    private static final double AT_ONCE = 50;
    private static final double SOON = 1000;
    private static final int RUNS = 9;
    private static final int ZONES = 10;
    private static final int COPIES = 3 * 256;
    private static final int[] SHARES = {4, 6, 8, 10, 10};
    private static final long PARTITION = 31_250_000_000L;

    /**
     * Milliseconds: of the first call in this process, which compiles what it runs, and the median
     * of those that follow.
     *
     * @param copies that the moves would make the nodes copy
     */
    public record Figures(
            int nodes,
            double firstOutlook,
            double outlook,
            double firstForecast,
            double forecast,
            int copies) {
        /** What each has to hold to. */
        public List<Goal> goals() {
            return List.of(
                    new Goal("outlook", outlook, AT_ONCE, Goal.Unit.MS),
                    new Goal("copies", forecast, SOON, Goal.Unit.MS));
        }
    }

    private ForecastBench() {}

    /**
     * @param rules Garage's
     * @param nodes from 10 to 100
     */
    public static Figures measure(Placement rules, int nodes) {
        Json.Obj state = state(nodes);
        List<Move> moves = new ArrayList<>();
        for (int node = 0; node < nodes / 10; node++) {
            moves.add(new Move("n" + node, "zone9"));
        }
        double[] outlooks = times(() -> rules.outlook(state, moves));
        double[] forecasts = times(() -> rules.forecast(state, moves));
        return new Figures(
                nodes,
                outlooks[0],
                median(outlooks),
                forecasts[0],
                median(forecasts),
                rules.forecast(state, moves).copiesToMove().orElseThrow());
    }

    /** As Garage answers {@code GetClusterLayout}: every node is full. */
    static Json.Obj state(int nodes) {
        List<Json> roles = new ArrayList<>();
        int weights = 0;
        for (int node = 0; node < nodes; node++) {
            weights += SHARES[node % SHARES.length];
        }
        int weight = 0;
        int given = 0;
        for (int node = 0; node < nodes; node++) {
            weight += SHARES[node % SHARES.length];
            int share = COPIES * weight / weights - given;
            given += share;
            roles.add(
                    Json.obj()
                            .with("id", "n" + node)
                            .with("zone", "zone" + node % ZONES)
                            .with("capacity", share * PARTITION)
                            .with("storedPartitions", share));
        }
        return Json.obj()
                .with("version", 1)
                .with("partitionSize", PARTITION)
                .with("parameters", Json.obj().with("zoneRedundancy", "maximum"))
                .with("roles", Json.arr(roles));
    }

    private static double[] times(Supplier<Forecast> work) {
        double[] times = new double[1 + RUNS];
        for (int run = 0; run < times.length; run++) {
            long begun = System.nanoTime();
            var _ = work.get();
            times[run] = (System.nanoTime() - begun) / 1e6;
        }
        return times;
    }

    private static double median(double[] times) {
        double[] later = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(later);
        return later[later.length / 2];
    }
}
