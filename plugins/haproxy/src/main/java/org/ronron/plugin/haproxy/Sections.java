package org.ronron.plugin.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script's answer, taken apart at its {@code == name} lines; of two of one name the first. */
record Sections(Map<String, List<String>> lines) {
    private static final Pattern MARKER = Pattern.compile("== ([a-z]{1,20})");
    private static final int LONGEST = 200;

    static Sections parse(String answer) {
        Map<String, List<String>> found = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            if (marker.matches()) {
                current = new ArrayList<>();
                found.putIfAbsent(marker.group(1), current);
            } else if (!line.isBlank()) {
                current.add(line);
            }
        }
        return new Sections(found);
    }

    boolean has(String section) {
        return lines.containsKey(section);
    }

    /** Its lines that are not blank. */
    List<String> of(String section) {
        return lines.getOrDefault(section, List.of());
    }

    /** What follows this word, and perhaps a colon, in a section; empty when no line has it. */
    Optional<String> value(String section, String word) {
        return of(section).stream()
                .filter(line -> line.startsWith(word + " ") || line.startsWith(word + ": "))
                .map(line -> plain(line.substring(word.length()).replaceFirst("^:? ", "")))
                .findFirst();
    }

    /** A moment or a number; 0 when it is none. */
    long number(String section, String word) {
        String value = value(section, word).orElse("");
        return value.matches("[0-9]{1,15}") ? Long.parseLong(value) : 0;
    }

    /** Text of a machine as it may be shown: one line, no control or direction marks, not long. */
    static String plain(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
    }
}
