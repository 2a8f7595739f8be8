package org.ronron.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.core.findings.Findings;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;

/**
 * What {@code status --json} prints: {@code totals}, {@code zones[]}, {@code endpoints[]}, {@code
 * backups[]}, {@code uncovered[]}, {@code findings[]}: first those that wait for a person, worst
 * first, then those that somebody accepted. Memory is in bytes, CPU in MHz, ages in seconds; what
 * is not known is null.
 */
final class StatusJson {
    private final FindingText words;
    private final Instant now;

    StatusJson(FindingText words, Instant now) {
        this.words = words;
        this.now = now;
    }

    Json.Obj of(Collective collective) {
        Safety safety = collective.safety();
        Totals totals = collective.totals();
        return Json.obj()
                .with("collective", collective.name())
                .with("kind", collective.kind())
                .with(
                        "totals",
                        totals(totals)
                                .with("nodes", collective.machines())
                                .with("workloads", collective.workloads()))
                .with("zones", list(collective.zones().stream().map(StatusJson::zone)))
                .with("endpoints", list(collective.endpoints().stream().map(this::endpoint)))
                .with("backups", SafetyJson.backups(safety, now))
                .with("uncovered", SafetyJson.uncovered(safety))
                .with(
                        "findings",
                        list(
                                Stream.concat(
                                        Findings.inOrder(collective.findings()).stream()
                                                .map(f -> finding(f, Optional.empty())),
                                        collective.accepted().stream()
                                                .map(a -> finding(a.finding(), Optional.of(a))))));
    }

    private static Json.Arr list(Stream<Json.Obj> entries) {
        return Json.arr(entries.toList());
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

    private Json.Obj endpoint(EndpointView endpoint) {
        Json age =
                endpoint.answered()
                        .<Json>map(
                                at -> Json.of(Math.max(0, Duration.between(at, now).toSeconds())))
                        .orElse(Json.Null.NULL);
        return Json.obj()
                .with("name", endpoint.name())
                .with("type", endpoint.type())
                .with("state", endpoint.state().name().toLowerCase(Locale.ROOT))
                .with("age", age);
    }

    private Json.Obj finding(Finding finding, Optional<Accepted> accepted) {
        Json.Obj details = Json.obj();
        for (var detail : new TreeMap<>(finding.details()).entrySet()) {
            details = details.with(detail.getKey(), detail.getValue());
        }
        return Json.obj()
                .with("kind", finding.kind())
                .with("type", finding.type())
                .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .with("subject", finding.subject())
                .with("details", details)
                .with("text", words.what(finding))
                .with("remedy", words.remedy(finding))
                .with("accepted", accepted.<Json>map(StatusJson::accepted).orElse(Json.Null.NULL));
    }

    private static Json.Obj accepted(Accepted accepted) {
        return Json.obj()
                .with("reason", accepted.reason())
                .with("who", accepted.who())
                .with("at", accepted.at().toString())
                .with("until", accepted.until().toString());
    }
}
