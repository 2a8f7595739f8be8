package org.ronron.practice.collective;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.api.Json;

/** A practice plan as JSON, its secrets apart: they go another way than the rest. */
public final class PracticePlanJson {
    private PracticePlanJson() {}

    /** All of it but the secrets. */
    public static Json.Obj write(PracticePlan plan) {
        return Json.obj()
                .with("software", texts(plan.software()))
                .with(
                        "systems",
                        Json.arr(
                                plan.systems().stream()
                                        .map(
                                                link ->
                                                        Json.obj()
                                                                .with("type", link.type())
                                                                .with("name", link.name())
                                                                .with(
                                                                        "settings",
                                                                        texts(link.settings())))
                                        .toList()))
                .with(
                        "machines",
                        Json.arr(
                                plan.machines().stream()
                                        .map(
                                                m ->
                                                        Json.obj()
                                                                .with("name", m.name())
                                                                .with(
                                                                        "fingerprint",
                                                                        m.fingerprint())
                                                                .with(
                                                                        "settings",
                                                                        texts(m.settings())))
                                        .toList()))
                .with(
                        "trusted",
                        Json.arr(
                                plan.trusted().stream()
                                        .map(
                                                k ->
                                                        Json.obj()
                                                                .with("address", k.address())
                                                                .with(
                                                                        "fingerprint",
                                                                        k.fingerprint()))
                                        .toList()));
    }

    /** The secrets alone. */
    public static Json.Obj secrets(PracticePlan plan) {
        return texts(plan.secrets());
    }

    /** Reads what {@link #write} and {@link #secrets} wrote. */
    public static PracticePlan read(Json.Obj plan, Json.Obj secrets) {
        return new PracticePlan(
                plan.objects("systems").stream()
                        .map(
                                link ->
                                        new PracticePlan.Link(
                                                link.text("type").orElse(""),
                                                link.text("name").orElse(""),
                                                map(link.object("settings"))))
                        .toList(),
                map(secrets),
                plan.objects("machines").stream()
                        .map(
                                m ->
                                        new PracticePlan.Machine(
                                                m.text("name").orElse(""),
                                                map(m.object("settings")),
                                                m.text("fingerprint").orElse("")))
                        .toList(),
                map(plan.object("software")),
                plan.objects("trusted").stream()
                        .map(k -> new PracticePlan.Key(k.word("address"), k.word("fingerprint")))
                        .toList());
    }

    private static Json.Obj texts(Map<String, String> map) {
        Json.Obj json = Json.obj();
        for (var entry : new TreeMap<>(map).entrySet()) {
            json = json.with(entry.getKey(), entry.getValue());
        }
        return json;
    }

    private static Map<String, String> map(Json.Obj json) {
        Map<String, String> map = new HashMap<>();
        json.members().keySet().forEach(key -> map.put(key, json.text(key).orElse("")));
        return map;
    }
}
