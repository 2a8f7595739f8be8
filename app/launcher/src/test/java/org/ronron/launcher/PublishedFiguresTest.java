package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Json;
import org.ronron.cli.Console;
import org.ronron.cli.StatusCommand;
import org.ronron.core.json.JsonText;
import org.ronron.resources.Texts;
import picocli.CommandLine;

/** What {@code status --sample NAME --json} prints, figure by figure against what was published. */
final class PublishedFiguresTest {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal GHZ = BigDecimal.valueOf(1000);

    @TempDir private Path home;

    @Test
    void deuxfleursZoneByZone() throws Exception {
        Json.Obj said = status("deuxfleurs");
        Json.Obj published = published("deuxfleurs");
        Json.Obj totals = published.object("totals");
        same(totals, "clients", said.object("totals").at("nodes"), BigDecimal.ONE);
        same(totals, "allocations", said.object("totals").at("workloads"), BigDecimal.ONE);
        sizes(totals, said.object("totals"));
        assertEquals(24, percent(said.object("totals").object("memory")));
        assertEquals(37, percent(said.object("totals").object("cpu")));
        List<Json.Obj> zones = published.objects("zones");
        assertEquals(5, zones.size());
        for (int i = 0; i < zones.size(); i++) {
            Json.Obj zone = said.objects("zones").get(i);
            assertEquals(zones.get(i).at("name"), zone.at("name"));
            assertEquals(Json.of(zones.get(i).objects("nodes").size()), zone.at("nodes"));
            same(zones.get(i), "allocations", zone.at("workloads"), BigDecimal.ONE);
            sizes(zones.get(i), zone);
        }
        assertEquals(zones.size(), said.objects("zones").size());
        assertEquals(List.of(), said.items("endpoints"));
        assertEquals(List.of(), said.items("findings"));
    }

    private static void sizes(Json.Obj published, Json.Obj said) {
        for (String part : List.of("Reserved", "Total")) {
            String key = part.toLowerCase(Locale.ROOT);
            same(published, "memory" + part, said.object("memory").at(key), GIB);
            same(published, "cpu" + part, said.object("cpu").at(key), GHZ);
        }
    }

    /** Equal to as many digits as were printed: two. */
    private static void same(Json.Obj published, String key, Json said, BigDecimal unit) {
        BigDecimal rounded = value(said).divide(unit, 2, RoundingMode.HALF_UP);
        assertEquals(0, value(published.at(key)).compareTo(rounded), key + " " + rounded);
    }

    private static BigDecimal value(Json json) {
        return ((Json.Num) json).value();
    }

    private static int percent(Json.Obj pair) {
        return value(pair.at("reserved"))
                .movePointRight(2)
                .divide(value(pair.at("total")), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Servers and memory were published, by place; nothing of what is reserved. */
    @Test
    void framaspaceAndNothingThatWasNotPublished() throws Exception {
        Json.Obj said = status("framaspace");
        Json.Obj published = published("framaspace");
        List<Json.Obj> physical = published.objects("physical");
        long servers = physical.stream().mapToLong(p -> p.number("count").orElseThrow()).sum();
        long machines = servers + published.objects("virtual").size();
        assertEquals(Json.of(machines), said.object("totals").at("nodes"));
        long memory =
                physical.stream()
                        .mapToLong(
                                p ->
                                        p.number("count").orElseThrow()
                                                * p.number("memoryGiB").orElseThrow())
                        .sum();
        assertEquals(Json.of(memory << 30), said.object("totals").object("memory").at("total"));
        List<Json.Obj> zones = said.objects("zones");
        assertEquals(
                List.of("Falkenstein", "Helsinki", "Falkenstein, usual infrastructure", ""),
                zones.stream().map(z -> z.text("name").orElseThrow()).toList());
        for (int i = 0; i < 2; i++) {
            long there =
                    published.objects("zones").get(i).items("servers").stream()
                            .mapToLong(s -> Long.parseLong(((Json.Str) s).value().split(" ", 2)[0]))
                            .sum();
            assertEquals(Json.of(there), zones.get(i).at("nodes"));
            assertEquals(Json.of((there * 64) << 30), zones.get(i).object("memory").at("total"));
        }
        Stream.concat(Stream.of(said.object("totals")), zones.stream())
                .forEach(
                        z -> {
                            assertEquals(Json.Null.NULL, z.object("memory").at("reserved"));
                            assertEquals(Json.Null.NULL, z.object("cpu").at("reserved"));
                            assertEquals(Json.Null.NULL, z.object("cpu").at("total"));
                        });
    }

    private Json.Obj status(String sample) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Texts.of(Locale.ENGLISH, List.of()));
        Clock clock = Clock.systemUTC();
        StatusCommand status =
                new StatusCommand(new Readings(home, List.of(), clock), console, clock);
        assertEquals(0, new CommandLine(status).execute("--sample", sample, "--json"));
        assertTrue(err.toString().isEmpty(), err.toString());
        return JsonText.readObject(out.toString());
    }

    private static Json.Obj published(String name) throws Exception {
        try (InputStream in =
                PublishedFiguresTest.class.getResourceAsStream("/published/" + name + ".json")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return JsonText.readObject(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
