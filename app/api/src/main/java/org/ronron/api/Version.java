package org.ronron.api;

import java.util.regex.Pattern;

/**
 * A version of three numbers as a system says it: {@code 2.0.5}, {@code v1.11.2-rc.1+ent}. What
 * stands behind the numbers is shown and not compared.
 *
 * @param number the three numbers with three digits each; 0 when there are none
 */
public record Version(int number, String text) implements Comparable<Version> {
    private static final Pattern NUMBERS =
            Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(\\D.*)?");

    public static Version of(String text) {
        var numbers = NUMBERS.matcher(text);
        int number = 0;
        for (int i = 1; numbers.matches() && i <= 3; i++) {
            number = number * 1000 + Integer.parseInt(numbers.group(i));
        }
        return new Version(number, text);
    }

    /** Whether it is this one or later, and before the other. */
    public boolean between(String first, String after) {
        return compareTo(of(first)) >= 0 && compareTo(of(after)) < 0;
    }

    /** Whether its numbers are these. */
    public boolean is(String other) {
        return compareTo(of(other)) == 0;
    }

    @Override
    public int compareTo(Version other) {
        return Integer.compare(number, other.number);
    }
}
