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
 * for a secret that is made, {@code {"live": "email"}} for what is read right before the call. A
 * value is put in as it is, never read as a place again. A text that is one place alone, of a size,
 * becomes that number; a name of digits stays a name. Pure.
 */
final class Filling {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)\\}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final String planId;
    private final Map<String, String> values;
    private final Optional<RequestRef> request;
    private final Set<String> sizes;

    /**
     * @param sizes the places whose values are numbers
     */
    Filling(
            String planId,
            Map<String, String> values,
            Optional<RequestRef> request,
            Set<String> sizes) {
        this.planId = planId;
        this.values = Map.copyOf(values);
        this.request = request;
        this.sizes = Set.copyOf(sizes);
    }

    Filling(String planId, Map<String, String> values, Optional<RequestRef> request) {
        this(planId, values, request, Set.of());
    }

    Map<String, String> values() {
        return values;
    }

    Json.Obj fill(Json.Obj arguments) {
        Map<String, Json> filled = new LinkedHashMap<>();
        arguments.members().forEach((name, value) -> filled.put(name, fill(value)));
        return new Json.Obj(filled);
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
            RequestRef ref = request.orElse(new RequestRef("", ""));
            return new LiveValue(live.get(), ref.endpointId(), ref.key()).json();
        }
        return fill(object);
    }

    private Json filled(String text) {
        Matcher alone = PLACE.matcher(text);
        if (alone.matches()
                && sizes.contains(alone.group(1))
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
