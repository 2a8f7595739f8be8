package org.ronron.plugin.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The script's answer, taken apart at its {@code == name} lines. Of two sections of one name the
 * first counts. What stands before the first marker (a login banner) is left out.
 */
record Sections(Map<String, List<String>> lines) {
    /** As long as the script's own lines are; what is read of a line costs time. */
    private static final int LONGEST = 400;

    private static final Pattern MARKER = Pattern.compile("== ([a-z]{1,20})");

    static Sections parse(String answer) {
        Map<String, List<String>> found = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : answer.split("\r?\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            if (marker.matches()) {
                current = new ArrayList<>();
                found.putIfAbsent(marker.group(1), current);
            } else if (!line.isBlank()) {
                current.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST));
            }
        }
        return new Sections(found);
    }

    /** Whether the machine could tell; an empty section is "none", a missing one "not known". */
    boolean has(String section) {
        return lines.containsKey(section);
    }

    /** The lines that are not blank; empty when the section is missing. */
    List<String> of(String section) {
        return lines.getOrDefault(section, List.of());
    }

    /** Those of its lines that have this form. */
    Stream<Matcher> matching(String section, Pattern form) {
        return of(section).stream().map(form::matcher).filter(Matcher::matches);
    }

    Optional<String> first(String section) {
        return of(section).stream().findFirst().map(Facts::plain).filter(s -> !s.isEmpty());
    }

    /** As {@link #value}, with the spaces around it. */
    Optional<String> text(String section, String name) {
        return told(section, name)
                .filter(s -> Facts.plain(s).equals(s.strip()) && !s.isBlank())
                .findFirst();
    }

    /** The value of the line {@code name value}. */
    Optional<String> value(String section, String name) {
        return told(section, name).map(Facts::plain).filter(s -> !s.isEmpty()).findFirst();
    }

    private Stream<String> told(String section, String name) {
        Stream<String> lines = of(section).stream().filter(line -> line.startsWith(name + " "));
        return lines.map(line -> line.substring(name.length() + 1));
    }
}
