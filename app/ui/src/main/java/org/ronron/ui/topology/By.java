package org.ronron.ui.topology;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;

/**
 * By what machines stand together.
 *
 * @param type connector whose label it is; empty for the zone
 * @param label the label's key
 * @param part one of the entries of a label that holds several, "site = quai, rack = 2"; empty for
 *     the label as a whole
 */
record By(String type, String label, String part) {
    static final By ZONE = new By("", "", "");

    /** The label by which a system says which machine hosts this one. */
    private static final String HOST = "host";

    private static final String EQUALS = " = ";

    private static final Set<String> ALWAYS = Set.of("pool", "class", HOST);

    private static final Pattern FIGURE = Pattern.compile("[\\d.,]+");

    /** More values than this many machines a value tell machines apart, not groups of them. */
    private static final double FEW = 0.5;

    /** Tells of each machine in which group it is. */
    interface Keys {
        String of(Node node);
    }

    boolean isZone() {
        return equals(ZONE);
    }

    /** In the reader's words. */
    String text(Texts texts) {
        if (isZone()) {
            return texts.get("topology.by.zone");
        }
        if (label.equals(HOST)) {
            return texts.get("topology.by.host");
        }
        if (!part.isEmpty()) {
            return part;
        }
        return texts.find(type, "fact." + label).orElse(label);
    }

    /** Whether a person has a word for it: a connector's own key is none. */
    boolean named(Texts texts) {
        return isZone()
                || label.equals(HOST)
                || !part.isEmpty()
                || texts.find(type, "fact." + label).isPresent();
    }

    Keys keys(Collective collective) {
        if (isZone()) {
            return Node::zone;
        }
        if (!label.equals(HOST)) {
            return n -> value(n).orElse("");
        }
        Set<String> hosts = new HashSet<>();
        collective.nodes().forEach(n -> value(n).ifPresent(hosts::add));
        return n -> value(n).orElseGet(() -> hosts.contains(n.name()) ? n.name() : "");
    }

    private Optional<String> value(Node node) {
        for (Node.Presence presence : node.presences()) {
            String said = presence.labels().getOrDefault(label, "");
            if (presence.type().equals(type) && !said.isEmpty()) {
                return part.isEmpty()
                        ? Optional.of(said)
                        : Optional.ofNullable(parts(said).get(part));
            }
        }
        return Optional.empty();
    }

    private static TreeMap<String, String> parts(String said) {
        TreeMap<String, String> parts = new TreeMap<>();
        for (String entry : said.split(", ")) {
            int at = entry.indexOf(EQUALS);
            if (at > 0) {
                parts.put(entry.substring(0, at), entry.substring(at + EQUALS.length()));
            }
        }
        return parts;
    }

    /**
     * The zone, and each label that puts machines together: not what is another word on each of
     * them, as a version's date or a size.
     */
    static List<By> of(Collective collective) {
        TreeMap<By, Set<String>> values =
                new TreeMap<>(
                        Comparator.comparing(By::type)
                                .thenComparing(By::label)
                                .thenComparing(By::part));
        TreeMap<By, Integer> told = new TreeMap<>(values.comparator());
        for (Node node : collective.nodes()) {
            for (Node.Presence presence : node.presences()) {
                presence.labels()
                        .forEach(
                                (key, said) ->
                                        each(presence.type(), key, said)
                                                .forEach(
                                                        (by, value) -> {
                                                            values.computeIfAbsent(
                                                                            by,
                                                                            b -> new TreeSet<>())
                                                                    .add(value);
                                                            told.merge(by, 1, Integer::sum);
                                                        }));
            }
        }
        Stream<By> labels =
                values.entrySet().stream()
                        .filter(
                                e ->
                                        ALWAYS.contains(e.getKey().label)
                                                || groups(
                                                        e.getValue(),
                                                        told.getOrDefault(e.getKey(), 0)))
                        .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(ZONE), labels).toList();
    }

    private static boolean groups(Set<String> values, int told) {
        return values.size() <= Math.max(2, told * FEW)
                && !values.stream().allMatch(v -> FIGURE.matcher(v).matches());
    }

    private static TreeMap<By, String> each(String type, String key, String said) {
        TreeMap<By, String> each = new TreeMap<>(Comparator.comparing(By::part));
        if (said.contains(EQUALS)) {
            parts(said).forEach((part, value) -> each.put(new By(type, key, part), value));
        } else if (!said.isEmpty()) {
            each.put(new By(type, key, ""), said);
        }
        return each;
    }
}
