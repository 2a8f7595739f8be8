package org.ronron.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;

/**
 * What {@code status --json} prints: {@code totals}, {@code zones[]}, {@code endpoints[]}, {@code
 * findings[]}. Memory is in bytes, CPU in MHz, ages in seconds; what is not known is null.
 */
final class StatusJson {
    private StatusJson() {}

    static Json.Obj of(Collective collective, Instant now) {
        return Json.obj()
                .with("collective", collective.name())
                .with("kind", collective.kind())
                .with(
                        "totals",
                        totals(collective.totals())
                                .with("nodes", collective.nodes().size())
                                .with("workloads", collective.workloads()))
                .with("zones", Json.arr(collective.zones().stream().map(StatusJson::zone).toList()))
                .with(
                        "endpoints",
                        Json.arr(
                                collective.endpoints().stream()
                                        .map(e -> endpoint(e, now))
                                        .toList()))
                .with(
                        "findings",
                        Json.arr(collective.findings().stream().map(StatusJson::finding).toList()));
    }

    private static Json.Obj zone(Zone zone) {
        Json.Obj totals = totals(zone.totals());
        return Json.obj()
                .with("name", zone.name())
                .with("nodes", zone.nodes())
                .with("workloads", zone.workloads())
                .with("memory", totals.at("memory"))
                .with("cpu", totals.at("cpu"));
    }

    private static Json.Obj totals(Totals totals) {
        return Json.obj()
                .with("memory", pair(totals.memoryReserved(), totals.memory()))
                .with("cpu", pair(totals.cpuReserved(), totals.cpu()));
    }

    private static Json pair(OptionalLong reserved, OptionalLong total) {
        return Json.obj().with("reserved", number(reserved)).with("total", number(total));
    }

    private static Json number(OptionalLong value) {
        return value.isPresent() ? Json.of(value.getAsLong()) : Json.Null.NULL;
    }

    private static Json.Obj endpoint(EndpointView endpoint, Instant now) {
        Json age =
                endpoint.answered()
                        .<Json>map(
                                at -> Json.of(Math.max(0, Duration.between(at, now).toSeconds())))
                        .orElse(Json.Null.NULL);
        return Json.obj()
                .with("name", endpoint.name())
                .with("type", endpoint.type())
                .with("state", endpoint.state().name().toLowerCase(java.util.Locale.ROOT))
                .with("age", age);
    }

    private static Json.Obj finding(Finding finding) {
        Json.Obj details = Json.obj();
        for (var detail : new java.util.TreeMap<>(finding.details()).entrySet()) {
            details = details.with(detail.getKey(), detail.getValue());
        }
        return Json.obj()
                .with("kind", finding.kind())
                .with("type", finding.type())
                .with("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT))
                .with("subject", finding.subject())
                .with("details", details);
    }
}
