package org.ronron.plugin.borg;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures in the lines of a script; what is none is not known. */
final class Lines {
    private Lines() {}

    static OptionalLong figure(String[] words, int at) {
        boolean whole = at < words.length && words[at].matches("[0-9]{1,18}");
        return whole ? OptionalLong.of(Long.parseLong(words[at])) : OptionalLong.empty();
    }

    static Optional<Duration> seconds(OptionalLong figure) {
        return figure.isPresent()
                ? Optional.of(Duration.ofSeconds(Math.min(figure.getAsLong(), Integer.MAX_VALUE)))
                : Optional.empty();
    }
}
