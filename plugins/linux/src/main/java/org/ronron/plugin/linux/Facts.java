package org.ronron.plugin.linux;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ronron.api.NodeFact.Machine;

/** What the simple sections say. Total: what cannot be read is not known. */
final class Facts {
    private static final int LONGEST = 160;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:]{1,40}");

    private Facts() {}

    /** Text of a machine as it may be shown: one line, no control or direction marks, not long. */
    static String plain(String text) {
        String some = text.substring(0, Math.min(text.length(), LONGEST));
        return HIDDEN.matcher(some.replaceAll("[\t\n]", " ")).replaceAll("").strip();
    }

    /** A whole number of at most this much; empty for anything else. */
    static OptionalLong number(String text, long most) {
        LongStream read =
                text.matches("[0-9]{1,18}")
                        ? LongStream.of(Long.parseLong(text))
                        : LongStream.empty();
        return read.filter(value -> value <= most).findFirst();
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
        String said = all.first("machine").orElse("").toUpperCase(Locale.ROOT);
        Stream<Machine> known = Stream.of(Machine.values());
        return known.filter(m -> m.name().equals(said)).findFirst().orElse(Machine.UNKNOWN);
    }
}
