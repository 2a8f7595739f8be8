package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.core.engine.Systems.Answer;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * An action with its live values in their places, and what came of it without them: they must be in
 * no journal, whatever a system echoes.
 *
 * @param values those that were put in
 */
record LiveArguments(Action action, List<String> values) {
    private static final String HIDDEN = "•••";

    /** What reads them, before the first byte of the action leaves. */
    static LiveArguments of(Action action, Sessions sessions) throws RefusedException {
        List<String> values = new ArrayList<>();
        Json.Obj filled = filled(action.arguments(), sessions, values);
        // The longest first: a name may stand in its own address.
        values.sort(Comparator.comparingInt(String::length).reversed());
        return new LiveArguments(
                new Action(action.endpointId(), action.verb(), filled), List.copyOf(values));
    }

    /** The connections that they are read from. */
    static List<String> sources(Action action) {
        return action.arguments().members().values().stream()
                .flatMap(value -> LiveValue.of(value).stream())
                .map(LiveValue::endpointId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static Json.Obj filled(Json.Obj object, Sessions sessions, List<String> values)
            throws RefusedException {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Optional<LiveValue> live = LiveValue.of(member.getValue());
            if (live.isPresent()) {
                String value = sessions.live(live.get());
                values.add(value);
                members.put(member.getKey(), Json.of(value));
            } else {
                members.put(member.getKey(), member.getValue());
            }
        }
        return new Json.Obj(members);
    }

    Answer<Json.Obj> hidden(Answer<Json.Obj> answer) {
        return switch (answer) {
            case Good<Json.Obj>(Json.Obj made) -> new Good<>((Json.Obj) hidden(made));
            case Bad<Json.Obj>(Fault fault) -> new Bad<>(hidden(fault));
        };
    }

    Evidence hidden(Evidence seen) {
        return new Evidence(seen.verdict(), hidden(seen.found()), seen.at());
    }

    Fault hidden(Fault fault) {
        Effect effect = fault.effect();
        Map<String, String> details = new LinkedHashMap<>();
        fault.details().forEach((name, value) -> details.put(name, hidden(value)));
        return new Fault(fault.code(), fault.endpoint(), effect, details);
    }

    private Json hidden(Json value) {
        return switch (value) {
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, member) -> members.put(hidden(name), hidden(member)));
                yield new Json.Obj(members);
            }
            case Json.Arr array -> Json.arr(array.items().stream().map(this::hidden).toList());
            case Json.Str text -> Json.of(hidden(text.value()));
            case Json.Num n -> n;
            case Json.Bool b -> b;
            case Json.Null n -> n;
        };
    }

    String hidden(String text) {
        String without = text;
        for (String value : values) {
            without = value.isBlank() ? without : without.replace(value, HIDDEN);
        }
        return without;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "LiveArguments[" + values.size() + "]";
    }
}
