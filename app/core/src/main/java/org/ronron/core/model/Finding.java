package org.ronron.core.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ronron.api.Fingerprint;
import org.ronron.api.Severity;

/**
 * Something that needs a person.
 *
 * @param type connector whose texts hold {@code finding.<kind>.*}; empty for Ronron's own
 * @param subject a node's name, an endpoint's name
 */
public record Finding(
        String kind, String type, Severity severity, String subject, Map<String, String> details) {
    /** Details of Ronron's own findings that tell one from another. */
    private static final List<String> TELLING = List.of("connection", "key", "names", "operation");

    /** A number, a share, a moment, a length of time: what changes while the finding stays. */
    private static final Pattern FIGURE = Pattern.compile("[\\d.,:TZPHMS%+\\- ]*");

    /**
     * The same from one picture to the next, whatever its figures: by it a finding is accepted, and
     * told once. One whose words have changed is another.
     */
    public String identity() {
        StringBuilder words = new StringBuilder();
        new TreeMap<>(details)
                .forEach(
                        (name, value) -> {
                            boolean tells =
                                    type.isEmpty()
                                            ? TELLING.contains(name)
                                            : !FIGURE.matcher(value).matches();
                            if (tells) {
                                words.append(name).append('=').append(value).append('\n');
                            }
                        });
        String told = words.isEmpty() ? "" : "#" + Fingerprint.of(words.toString());
        return kind + "/" + type + "/" + subject + told;
    }

    /** The same, with one detail more. */
    public Finding with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Finding(kind, type, severity, subject, more);
    }
}
