package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.core.json.JsonText;
import org.ronron.core.plan.Blueprint;

/** The blueprints that lie in the resources. */
class BlueprintFilesTest {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Set<String> KNOWN =
            Set.of("name", "organisation", "mark", "by", "request", "version", "address", "made");

    @Test
    void allAreReadAndMakeSomething() {
        List<Blueprint> all = BlueprintFiles.all();
        assertEquals(
                List.of("nextcloud-farm", "static-site"),
                all.stream().map(Blueprint::id).sorted().toList());
        for (Blueprint blueprint : all) {
            for (String section : List.of(Blueprint.MAKE, "suspend", "resume", "remove")) {
                assertEquals(false, blueprint.section(section).isEmpty(), blueprint.id() + section);
            }
        }
    }

    /** A place that nothing fills would be found when a space is planned, by a volunteer. */
    @Test
    void everyPlaceIsFilledBySomething() {
        List<String> unfilled = new ArrayList<>();
        for (Blueprint blueprint : BlueprintFiles.all()) {
            Set<String> known = new HashSet<>(KNOWN);
            for (Blueprint.Option option : blueprint.options()) {
                known.addAll(List.of(option.key(), "was." + option.key()));
            }
            for (LinkFact.Kind kind : LinkFact.Kind.values()) {
                known.add("key." + kind.name().toLowerCase(Locale.ROOT));
            }
            Stream.concat(
                            Stream.of(blueprint.address()),
                            blueprint.sections().values().stream()
                                    .flatMap(List::stream)
                                    .map(e -> text(e.arguments())))
                    .flatMap(BlueprintFilesTest::places)
                    .filter(place -> !known.contains(place) && !fact(blueprint, place))
                    .map(place -> blueprint.id() + " " + place)
                    .forEach(unfilled::add);
        }
        assertEquals(List.of(), unfilled);
    }

    private static String text(Json.Obj arguments) {
        return JsonText.write(arguments);
    }

    private static Stream<String> places(String text) {
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places.stream();
    }

    /** What a connection says of itself, of a role that is always there. */
    private static boolean fact(Blueprint blueprint, String place) {
        String role = place.replaceFirst("\\..*", "");
        return place.contains(".") && blueprint.role(role).filter(r -> !r.optional()).isPresent();
    }
}
