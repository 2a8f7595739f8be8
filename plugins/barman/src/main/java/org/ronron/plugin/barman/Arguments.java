package org.ronron.plugin.barman;

import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;

/** What an argument may look like; whoever made the plan is not trusted for it. */
final class Arguments {
    private static final Map<String, String> LOOKS =
            Map.of(
                    "receipt", "[a-z0-9][a-z0-9-]{0,79}",
                    "key", "[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}",
                    "point", "[0-9]{8}T[0-9]{6}",
                    "data", "true|false",
                    // no "..": what is checked has to be what is written to
                    "destination", "(?!.*/[.]{1,2}(/|$))/[^\\p{Cntrl}]{1,300}");

    private Arguments() {}

    static String text(String name, Action action) {
        return switch (action.arguments().at(name)) {
            case Json.Str s -> s.value();
            case Json.Bool b -> Boolean.toString(b.value());
            case Json other -> "";
        };
    }

    static String place(Action action) {
        return text("destination", action).replaceFirst("(?<=.)/+$", "");
    }

    /**
     * The argument, as it has to look.
     *
     * @throws ConnectorException {@link BarmanError#BAD_ARGUMENT}, before anything is sent
     */
    static String of(String name, Action action, Host host) throws ConnectorException {
        if (!text(name, action).matches(LOOKS.getOrDefault(name, "x"))) {
            throw host.fault(BarmanError.BAD_ARGUMENT, "argument", name);
        }
        return name.equals("destination") ? place(action) : text(name, action);
    }

    /** As {@link #of}; empty where it is not given. */
    static String maybe(String name, Action action, Host host) throws ConnectorException {
        return text(name, action).isEmpty() ? "" : of(name, action, host);
    }
}
