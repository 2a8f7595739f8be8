package org.ronron.core.desk;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.WorkloadFact;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Samples;
import org.ronron.core.port.Workspace;

/**
 * Reads sample collectives. Their files hold what was published and name its source: {@code name},
 * {@code published} (a date), {@code system}, {@code totals} and {@code zones} with {@code
 * memoryReservedGiB} and {@code cpuReservedGHz} where they were published, {@code nodes} with
 * {@code memoryMiB}, {@code cpuMHz} and a number of {@code workloads}, {@code facts}. What is not
 * in the file was not published.
 */
public final class SampleLoader {
    static final String TYPE = "sample";
    static final String PREFIX = "sample:";

    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Samples samples;

    public SampleLoader(Samples samples) {
        this.samples = samples;
    }

    /**
     * One sample.
     *
     * @param name as in {@link Samples#names}
     * @throws RefusedException {@link OwnError#INTERNAL} when there is none of this name
     */
    Sample load(String name) throws RefusedException {
        String text =
                samples.read(name).orElseThrow(() -> broken(name, "no sample of this name", null));
        try {
            return sample(name, JsonText.readObject(text));
        } catch (IOException notJson) {
            throw broken(name, "its file cannot be read", notJson);
        }
    }

    private static RefusedException broken(
            String name, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RefusedException(
                Fault.of(OwnError.INTERNAL, "", "what", name + ": " + why), cause);
    }

    private static Sample sample(String name, Json.Obj json) {
        String id = PREFIX + name;
        Instant published =
                LocalDate.parse(json.text("published").orElse("1970-01-01"))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        List<NodeFact> nodes = new ArrayList<>();
        List<WorkloadFact> workloads = new ArrayList<>();
        Map<String, Json.Obj> kinds = new LinkedHashMap<>();
        Map<String, Json.Obj> figures = new LinkedHashMap<>();
        figures.put("totals", figures(json.object("totals")));
        figures.put("facts", facts(json));
        for (Json.Obj zone : json.objects("zones")) {
            String zoneName = zone.text("name").orElse("");
            if (!zoneName.isEmpty()) {
                figures.put("zone:" + zoneName, figures(zone));
            }
            for (Json.Obj node : zone.objects("nodes")) {
                NodeFact fact = node(node, zoneName);
                nodes.add(fact);
                workloads.addAll(workloads(fact, node.number("workloads").orElse(0L)));
                node.text("kind")
                        .ifPresent(
                                kind ->
                                        kinds.put(
                                                "n:" + fact.key(), Json.obj().with("kind", kind)));
            }
        }
        Observation observation =
                new Observation(
                        published,
                        json.text("system").orElse(""),
                        id,
                        nodes,
                        workloads,
                        List.of(),
                        List.of(),
                        List.of());
        String title = json.text("name").orElse(name);
        return new Sample(
                new Workspace.CollectiveRow(id, title, TYPE),
                new Heard(
                        new Workspace.EndpointRow(id, id, TYPE, title, Map.of(), Map.of(), 0),
                        Optional.of(observation),
                        Optional.empty(),
                        Optional.of(published)),
                new Edits(Map.of(Edits.PUBLISHED, figures, Edits.MACHINE_KIND, kinds)));
    }

    private static NodeFact node(Json.Obj json, String zone) {
        String name = json.text("name").orElse("");
        Map<String, String> labels = new LinkedHashMap<>();
        Json.Obj said = json.object("labels");
        said.members().keySet().forEach(k -> labels.put(k, said.text(k).orElse("")));
        return new NodeFact(
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                List.of(),
                Optional.of(zone).filter(z -> !z.isEmpty()),
                NodeFact.Reach.UNKNOWN,
                json.text("machine").orElse("").equals("virtual")
                        ? NodeFact.Machine.VIRTUAL
                        : NodeFact.Machine.PHYSICAL,
                figure(json, "memoryMiB", MIB),
                figure(json, "cpuMHz", BigDecimal.ONE),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                labels);
    }

    /** As many as were published; their names, states and sizes were not. */
    private static List<WorkloadFact> workloads(NodeFact node, long count) {
        List<WorkloadFact> all = new ArrayList<>();
        for (long i = 1; i <= count; i++) {
            all.add(
                    new WorkloadFact(
                            node.key() + "/" + i,
                            node.key(),
                            "",
                            Optional.empty(),
                            WorkloadFact.State.UNKNOWN,
                            OptionalLong.empty(),
                            OptionalLong.empty()));
        }
        return List.copyOf(all);
    }

    private static Json.Obj figures(Json.Obj json) {
        Json.Obj figures = Json.obj();
        OptionalLong memory = figure(json, "memoryReservedGiB", GIB);
        OptionalLong cpu = figure(json, "cpuReservedGHz", THOUSAND);
        if (memory.isPresent()) {
            figures = figures.with("memoryReserved", memory.getAsLong());
        }
        if (cpu.isPresent()) {
            figures = figures.with("cpuReserved", cpu.getAsLong());
        }
        return figures;
    }

    private static Json.Obj facts(Json.Obj json) {
        Json.Obj facts =
                Json.obj()
                        .with("sample.source", json.text("source").orElse(""))
                        .with("sample.published", json.text("published").orElse(""));
        Json.Obj said = json.object("facts");
        for (String key : said.members().keySet()) {
            facts = facts.with("sample.fact." + key, said.text(key).orElse(""));
        }
        return facts;
    }

    private static OptionalLong figure(Json.Obj json, String member, BigDecimal unit) {
        return json.at(member) instanceof Json.Num n
                ? OptionalLong.of(
                        n.value().multiply(unit).setScale(0, RoundingMode.HALF_UP).longValueExact())
                : OptionalLong.empty();
    }
}
