package org.ronron.plugin.linux;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ronron.api.NodeFact.Machine;

/** What the simple sections say. Total: what cannot be read is not known. */
final class Facts {
    private static final int LONGEST = 160;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:]{1,40}");

    private Facts() {}

    /** Text of a machine as it may be shown: one line, no control or direction marks, not long. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** A whole number of at most this much; empty for anything else. */
    static OptionalLong number(String text, long most) {
        if (!text.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(text);
        return value <= most ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The number that is all of a section. */
    static OptionalLong number(Sections all, String section, long most) {
        return number(all.first(section).orElse(""), most);
    }

    /** Addresses that others can reach it at. */
    static List<String> addresses(Sections all) {
        return all.of("addresses").stream()
                .filter(line -> ADDRESS.matcher(line).matches())
                .limit(32)
                .toList();
    }

    static Machine machine(Sections all) {
        return switch (all.first("machine").orElse("")) {
            case "container" -> Machine.CONTAINER;
            case "virtual" -> Machine.VIRTUAL;
            case "physical" -> Machine.PHYSICAL;
            default -> Machine.UNKNOWN;
        };
    }
}
