package org.ronron.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.desk.Staging.Refusal;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;

/** What a desk could answer. */
public final class Forecasts {
    private Forecasts() {}

    public static MoveForecast fine(List<MoveNode> moves) {
        return new MoveForecast(
                List.of(
                        new Plan.ClusterForecast(
                                "garage",
                                "garage",
                                "main",
                                new Forecast(
                                        4_288_000_000_000L,
                                        4_288_000_000_000L,
                                        OptionalInt.of(26),
                                        OptionalLong.of(61_000_000_000L),
                                        true,
                                        1,
                                        1,
                                        Map.of(),
                                        List.of(),
                                        false))),
                List.of(),
                Plan.CutOff.NOBODY);
    }

    /** Without copies, as it is there at once. */
    public static MoveForecast outlook() {
        return of(OptionalInt.empty(), false, 1, 0, List.of());
    }

    /** While another machine is down. */
    public static MoveForecast losing() {
        Map<String, String> one = Map.of("value", "1");
        return of(OptionalInt.of(26), false, 0, -1, List.of(new Forecast.Warning("nodeDown", one)));
    }

    /** Of a cluster that moves nothing itself, and misses too much without the machine. */
    public static MoveForecast absent() {
        Forecast.Warning blocked = new Forecast.Warning("awayBlocked", Map.of("value", "-1"), true);
        return new MoveForecast(
                List.of(
                        new Plan.ClusterForecast(
                                "m",
                                "minio",
                                "minio-a",
                                Forecast.ofWorkloads(0, List.of(blocked)))),
                List.of(),
                Plan.CutOff.NOT_KNOWN);
    }

    private static MoveForecast of(
            OptionalInt copies,
            boolean exact,
            int before,
            int away,
            List<Forecast.Warning> warnings) {
        Forecast forecast =
                new Forecast(
                        4_288_000_000_000L,
                        4_288_000_000_000L,
                        copies,
                        OptionalLong.empty(),
                        exact,
                        before,
                        away,
                        1,
                        Map.of(),
                        warnings,
                        OptionalInt.empty(),
                        false);
        return new MoveForecast(
                List.of(new Plan.ClusterForecast("garage", "garage", "main", forecast)),
                List.of(),
                Plan.CutOff.NOT_KNOWN);
    }

    /** Of a machine that runs services and stores data, with a token that only reads. */
    public static MoveForecast mixed(List<MoveNode> moves) {
        List<Plan.ClusterForecast> clusters = new ArrayList<>();
        clusters.add(
                new Plan.ClusterForecast(
                        "nomad", "nomad", "Nomad", Forecast.ofWorkloads(2, List.of())));
        clusters.addAll(fine(moves).clusters());
        return new MoveForecast(
                clusters,
                List.of(),
                Plan.CutOff.SERVICES,
                List.of("mail", "site"),
                List.of(Fault.of(CommonError.RIGHT_MISSING, "Nomad", "right", "node.drain")));
    }

    /** Refuses every machine for this reason. */
    public static Function<List<MoveNode>, MoveForecast> refusing(String reason) {
        return moves ->
                new MoveForecast(
                        List.of(),
                        moves.stream()
                                .map(m -> new Refusal(m.nodeId(), m.nodeId().substring(2), reason))
                                .toList(),
                        Plan.CutOff.NOT_KNOWN);
    }
}
