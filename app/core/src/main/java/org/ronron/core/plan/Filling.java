package org.ronron.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.MadeSecret;
import org.ronron.core.model.RequestRef;

/**
 * Fills a blueprint's arguments: {@code ${name}} in any text, {@code {"made": label, "kind": …}}
 * for a secret that is made, {@code {"live": "email"}} for what is read right before the call, and
 * is empty without a request. A value is put in as it is, never read as a place again. A text that
 * is one place alone becomes a number where the place stands for one: a space may well be called
 * 2026. What was before ({@code ${was.quota}}) and is not known is left out. Pure.
 */
final class Filling {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)\\}");
    private static final String BEFORE = "was.";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final String planId;
    private final Map<String, String> values;
    private final Set<String> numbers;
    private final Optional<RequestRef> request;

    /**
     * @param numbers the places that stand for whole numbers
     */
    Filling(
            String planId,
            Map<String, String> values,
            Set<String> numbers,
            Optional<RequestRef> request) {
        this.planId = planId;
        this.values = Map.copyOf(values);
        this.numbers = Set.copyOf(numbers);
        this.request = request;
    }

    Map<String, String> values() {
        return values;
    }

    Json.Obj fill(Json.Obj arguments) {
        Map<String, Json> filled = new LinkedHashMap<>();
        arguments
                .members()
                .forEach(
                        (name, value) -> {
                            if (!forgotten(value)) {
                                filled.put(name, fill(value));
                            }
                        });
        return new Json.Obj(filled);
    }

    private boolean forgotten(Json value) {
        if (!(value instanceof Json.Str text)) {
            return false;
        }
        Matcher alone = PLACE.matcher(text.value());
        return alone.matches()
                && alone.group(1).startsWith(BEFORE)
                && !values.containsKey(alone.group(1));
    }

    private Json fill(Json value) {
        return switch (value) {
            case Json.Obj object -> form(object);
            case Json.Arr array -> {
                List<Json> items = new ArrayList<>();
                array.items().forEach(item -> items.add(fill(item)));
                yield Json.arr(items);
            }
            case Json.Str text -> filled(text.value());
            case Json.Num n -> n;
            case Json.Bool b -> b;
            case Json.Null n -> n;
        };
    }

    private Json form(Json.Obj object) {
        Optional<String> made = object.text("made");
        if (made.isPresent()) {
            MadeSecret.Kind kind = MadeSecret.Kind.valueOf(object.word("kind"));
            return MadeSecret.of(planId, made.get(), kind).json();
        }
        Optional<String> live = object.text("live");
        if (live.isPresent()) {
            return request.<Json>map(r -> new LiveValue(live.get(), r.endpointId(), r.key()).json())
                    .orElse(Json.of(""));
        }
        return fill(object);
    }

    private Json filled(String text) {
        Matcher alone = PLACE.matcher(text);
        if (alone.matches()
                && numbers.contains(alone.group(1))
                && WHOLE.matcher(value(alone.group(1))).matches()) {
            return Json.of(Long.parseLong(value(alone.group(1))));
        }
        return Json.of(text(text));
    }

    /**
     * @throws IllegalArgumentException for a place that nothing fills
     */
    String text(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }

    private String value(String place) {
        String value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException("nothing fills ${" + place + "}");
        }
        return value;
    }
}
