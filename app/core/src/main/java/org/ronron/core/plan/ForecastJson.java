package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ronron.api.Forecast;
import org.ronron.api.Json;

/** A forecast as data; part of the shape of {@link PlanJson}. */
final class ForecastJson {
    private ForecastJson() {}

    static Json.Obj write(Forecast forecast) {
        Map<String, Json> perNode = new TreeMap<>();
        forecast.perNode().forEach((node, pieces) -> perNode.put(node, Json.of(pieces)));
        Json.Obj json =
                Json.obj()
                        .with("usableBefore", forecast.usableBefore())
                        .with("usableAfter", forecast.usableAfter())
                        .with("exact", Json.of(forecast.exact()))
                        .with("zonesLostBefore", forecast.zonesLostBefore())
                        .with("zonesLostAway", forecast.zonesLostWhileAway())
                        .with("zonesLostAfter", forecast.zonesLostAfter())
                        .with("perNode", new Json.Obj(perNode))
                        .with(
                                "warnings",
                                Json.arr(
                                        forecast.warnings().stream()
                                                .map(ForecastJson::write)
                                                .toList()))
                        .with("impossible", Json.of(forecast.impossible()));
        if (forecast.copiesToMove().isPresent()) {
            json = json.with("copiesToMove", forecast.copiesToMove().getAsInt());
        }
        if (forecast.workloadsToMove().isPresent()) {
            json = json.with("workloadsToMove", forecast.workloadsToMove().getAsInt());
        }
        if (forecast.bytesToMove().isPresent()) {
            json = json.with("bytesToMove", forecast.bytesToMove().getAsLong());
        }
        return json;
    }

    static Forecast read(Json.Obj json) {
        Map<String, Integer> perNode = new TreeMap<>();
        json.object("perNode")
                .members()
                .forEach((node, pieces) -> perNode.put(node, PlanJson.whole(pieces)));
        Optional<Long> copies = json.number("copiesToMove");
        Optional<Long> workloads = json.number("workloadsToMove");
        int before = PlanJson.whole(json.at("zonesLostBefore"));
        return new Forecast(
                json.number("usableBefore").orElseThrow(),
                json.number("usableAfter").orElseThrow(),
                copies.map(n -> OptionalInt.of(n.intValue())).orElse(OptionalInt.empty()),
                json.figure("bytesToMove"),
                json.bool("exact").orElseThrow(),
                before,
                json.number("zonesLostAway").map(Long::intValue).orElse(before - 1),
                PlanJson.whole(json.at("zonesLostAfter")),
                perNode,
                json.objects("warnings").stream().map(ForecastJson::warning).toList(),
                workloads.map(n -> OptionalInt.of(n.intValue())).orElse(OptionalInt.empty()),
                json.bool("impossible").orElseThrow());
    }

    private static Json.Obj write(Forecast.Warning warning) {
        return Json.obj()
                .with("key", warning.key())
                .with("details", PlanJson.texts(warning.details()))
                .with("losing", Json.of(warning.losing()));
    }

    private static Forecast.Warning warning(Json.Obj json) {
        return new Forecast.Warning(
                PlanJson.text(json, "key"),
                PlanJson.texts(json.object("details")),
                json.bool("losing").orElse(false));
    }
}
