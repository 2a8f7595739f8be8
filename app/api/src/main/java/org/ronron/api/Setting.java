package org.ronron.api;

import java.util.List;
import java.util.Optional;

/**
 * One field of a connection's form. Its texts are {@code setting.<key>.label} and {@code
 * setting.<key>.help} in the connector's texts.
 *
 * @param key as in {@code ./ronron check TYPE key=value}; a {@link Kind#SECRET} is given by {@code
 *     --secret key=env:VARIABLE} and only its name is ever stored
 * @param choices for {@link Kind#CHOICE}, else empty
 * @param inPlaceOf of a secret: the key of the secret whose place it takes in calls that change
 *     something, so that one that only reads can be given for all else; else empty
 */
public record Setting(
        String key,
        Kind kind,
        boolean required,
        Optional<String> preset,
        List<String> choices,
        Optional<String> inPlaceOf) {
    /** How a field is typed and checked. */
    public enum Kind {
        TEXT,
        URL,
        HOST,
        PORT,
        USER,
        FILE,
        CHOICE,
        SECRET
    }

    public Setting {
        choices = List.copyOf(choices);
    }

    public static Setting required(String key, Kind kind) {
        return new Setting(key, kind, true, Optional.empty(), List.of(), Optional.empty());
    }

    public static Setting optional(String key, Kind kind) {
        return new Setting(key, kind, false, Optional.empty(), List.of(), Optional.empty());
    }

    public static Setting preset(String key, Kind kind, String value) {
        return new Setting(key, kind, false, Optional.of(value), List.of(), Optional.empty());
    }

    public static Setting choice(String key, String preset, List<String> choices) {
        return new Setting(key, Kind.CHOICE, false, Optional.of(preset), choices, Optional.empty());
    }

    /** A secret for changing calls, which takes the place of another in these. */
    public static Setting forWriting(String key, String inPlaceOf) {
        return new Setting(
                key, Kind.SECRET, false, Optional.empty(), List.of(), Optional.of(inPlaceOf));
    }
}
