package org.ronron.core.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.MadeSecret;

/** What must be right of a blueprint before anything is made by it. */
final class BlueprintCheck {
    private static final Set<String> LIVE = Set.of("email", "name");

    private BlueprintCheck() {}

    /**
     * @throws IllegalArgumentException with what is amiss
     */
    static void check(Blueprint blueprint) {
        if (blueprint.section(Blueprint.MAKE).isEmpty()) {
            throw wrong("no section " + Blueprint.MAKE);
        }
        Set<String> roles = new HashSet<>();
        blueprint.roles().forEach(r -> once(roles, r.id(), "role"));
        Set<String> options = new HashSet<>(Set.of("request"));
        for (LinkFact.Kind kind : LinkFact.Kind.values()) {
            options.add("key." + kind.name().toLowerCase(Locale.ROOT));
        }
        blueprint.options().forEach(o -> option(options, o));
        blueprint.sections().values().forEach(section -> section(section, roles, options));
    }

    private static void option(Set<String> options, Blueprint.Option option) {
        once(options, option.key(), "option");
        boolean chosen =
                option.kind() == Blueprint.Option.Kind.BYTES
                        ? option.preset().matches("[0-9]{1,18}")
                        : option.choices().contains(option.preset());
        if (!chosen) {
            throw wrong("preset of " + option.key());
        }
    }

    private static void section(
            List<Blueprint.Entry> section, Set<String> roles, Set<String> options) {
        Set<String> before = new HashSet<>();
        for (Blueprint.Entry entry : section) {
            if (!roles.contains(entry.role())) {
                throw wrong("no role " + entry.role());
            }
            if (!before.containsAll(entry.needs())) {
                throw wrong("needs of " + entry.id());
            }
            once(before, entry.id(), "entry");
            Optional<String> option = entry.unless().map(u -> u.split("=", 2)[0]);
            if (option.filter(o -> !options.contains(o)).isPresent()) {
                throw wrong("unless of " + entry.id());
            }
            forms(entry.id(), entry.arguments());
        }
    }

    private static void forms(String entry, Json value) {
        switch (value) {
            case Json.Obj object -> form(entry, object);
            case Json.Arr array -> array.items().forEach(item -> forms(entry, item));
            case Json.Str s -> {}
            case Json.Num n -> {}
            case Json.Bool b -> {}
            case Json.Null n -> {}
        }
    }

    private static void form(String entry, Json.Obj object) {
        boolean made =
                object.text("made").isEmpty()
                        || Arrays.stream(MadeSecret.Kind.values())
                                .anyMatch(k -> k.name().equals(object.word("kind")));
        boolean live = object.text("live").isEmpty() || LIVE.contains(object.word("live"));
        if (!made || !live) {
            throw wrong("arguments of " + entry);
        }
        object.members().values().forEach(member -> forms(entry, member));
    }

    private static void once(Set<String> seen, String id, String what) {
        if (!seen.add(id)) {
            throw wrong(what + " " + id + " twice");
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
