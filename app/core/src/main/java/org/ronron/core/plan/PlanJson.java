package org.ronron.core.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;

/**
 * A plan as data, with the version of its shape: what is stored and what is sent to a colleague.
 */
public final class PlanJson {
    /** The shape that {@link #write} writes; {@link #read} knows it and all before. */
    public static final int FORMAT = 1;

    private PlanJson() {}

    public static Json.Obj write(Plan plan) {
        Json.Obj json =
                Json.obj()
                        .with("format", FORMAT)
                        .with("id", plan.id())
                        .with("collective", plan.collectiveId())
                        .with(
                                "changes",
                                Json.arr(plan.changes().stream().map(ChangeJson::write).toList()))
                        .with("origins", texts(plan.origins()))
                        .with("basis", texts(plan.basis()))
                        .with("computed", plan.computed().toString())
                        .with(
                                "steps",
                                Json.arr(plan.steps().stream().map(StepJson::write).toList()))
                        .with(
                                "forecasts",
                                Json.arr(
                                        plan.forecasts().stream().map(PlanJson::forecast).toList()))
                        .with("cutOff", plan.cutOff().name())
                        .with("services", Json.texts(plan.services()));
        Json.Obj edited =
                plan.edits().isEmpty()
                        ? json
                        : json.with(
                                "edits",
                                Json.arr(plan.edits().stream().map(PlanJson::edit).toList()));
        return plan.undoes().map(id -> edited.with("undoes", id)).orElse(edited);
    }

    /** The plan; empty when it is of a later shape, or none at all. */
    public static Optional<Plan> read(Json.Obj json) {
        if (json.number("format").orElse(0L) != FORMAT) {
            return Optional.empty();
        }
        try {
            return Optional.of(plan(json));
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException notOne) {
            return Optional.empty();
        }
    }

    /** What a plan was computed from, for the record of its beginning. */
    public static Json.Obj basis(Plan plan) {
        return Json.obj().with("basis", texts(plan.basis()));
    }

    private static Plan plan(Json.Obj json) {
        return new Plan(
                text(json, "id"),
                text(json, "collective"),
                json.objects("changes").stream().map(ChangeJson::read).toList(),
                texts(json.object("origins")),
                texts(json.object("basis")),
                Instant.parse(text(json, "computed")),
                json.objects("steps").stream().map(StepJson::read).toList(),
                json.objects("forecasts").stream().map(PlanJson::forecast).toList(),
                Plan.CutOff.valueOf(text(json, "cutOff")),
                json.texts("services"),
                json.text("undoes"),
                json.objects("edits").stream()
                        .map(e -> edit(text(json, "collective"), e))
                        .toList());
    }

    private static Json.Obj edit(Journal.ModelEdit edit) {
        return Json.obj()
                .with("kind", edit.kind())
                .with("subject", edit.subject())
                .with("value", edit.value());
    }

    private static Journal.ModelEdit edit(String collectiveId, Json.Obj json) {
        return new Journal.ModelEdit(
                collectiveId, text(json, "kind"), text(json, "subject"), json.object("value"));
    }

    private static Json.Obj forecast(Plan.ClusterForecast of) {
        return Json.obj()
                .with("endpoint", of.endpointId())
                .with("type", of.type())
                .with("cluster", of.cluster())
                .with("forecast", ForecastJson.write(of.forecast()));
    }

    private static Plan.ClusterForecast forecast(Json.Obj json) {
        return new Plan.ClusterForecast(
                text(json, "endpoint"),
                text(json, "type"),
                text(json, "cluster"),
                ForecastJson.read(json.object("forecast")));
    }

    /**
     * A member that has to be there.
     *
     * @throws NoSuchElementException when it is not
     */
    static String text(Json.Obj json, String name) {
        return json.text(name).orElseThrow();
    }

    /** In the order of the names: the same map always gives the same text. */
    static Json.Obj texts(Map<String, String> map) {
        Map<String, Json> members = new TreeMap<>();
        map.forEach((name, value) -> members.put(name, Json.of(value)));
        return new Json.Obj(members);
    }

    static Map<String, String> texts(Json.Obj json) {
        Map<String, String> map = new TreeMap<>();
        json.members().keySet().forEach(name -> map.put(name, text(json, name)));
        return map;
    }

    static Json.Arr whole(Collection<Integer> numbers) {
        return Json.arr(numbers.stream().map(n -> Json.of(n)).toList());
    }

    static List<Integer> whole(List<Json> items) {
        return items.stream().map(PlanJson::whole).toList();
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException when it is none
     */
    static int whole(Json item) {
        if (item instanceof Json.Num n && n.value().stripTrailingZeros().scale() <= 0) {
            return n.value().intValue();
        }
        throw new IllegalArgumentException("not a whole number");
    }
}
