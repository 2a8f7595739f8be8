package org.ronron.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A secret that Ronron makes and gives away, as it stands in an action's arguments and in a call's
 * body: {@code {"secret": "made/<plan>/<label>", "kind": "PASSWORD"}}. The engine makes it before
 * the step that sends it; the host puts its value into the body at the last moment. A connector
 * hands the form on as it is, and never sees the value.
 *
 * @param name in the vault, begins with {@code made/}
 */
public record MadeSecret(String name, Kind kind) {
    private static final String PREFIX = "made/";
    private static final String DIGITS = "0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    /** How it looks. All are of ASCII that neither JSON nor a shell nor a URL has to escape. */
    public enum Kind {
        /** 43 characters of base64url's alphabet (RFC 4648, section 5): 258 bits. */
        TOKEN("", UPPER + LOWER + DIGITS + "-_", 43),
        /** 32 letters and digits without those that look alike (0 O, 1 l I): 186 bits. */
        PASSWORD("", "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 32),
        /** The id of an S3 key as Garage takes it: GK and 24 hexadecimal digits. */
        S3_KEY_ID("GK", DIGITS + "abcdef", 24),
        /** The secret of an S3 key as Garage takes it: 64 hexadecimal digits, 256 bits. */
        S3_SECRET("", DIGITS + "abcdef", 64);

        private final String prefix;
        private final String alphabet;
        private final int length;

        Kind(String prefix, String alphabet, int length) {
            this.prefix = prefix;
            this.alphabet = alphabet;
            this.length = length;
        }

        /** What each begins with. */
        public String prefix() {
            return prefix;
        }

        /** The characters of the rest, each as likely as any other. */
        public String alphabet() {
            return alphabet;
        }

        /** How many characters follow the prefix. */
        public int length() {
            return length;
        }
    }

    /**
     * @throws IllegalArgumentException when the name is none of a secret that Ronron made
     */
    public MadeSecret {
        if (!made(name)) {
            throw new IllegalArgumentException("made/<plan>/<label>, not " + name);
        }
    }

    /**
     * @param label what it is for, within its plan: letters, digits, {@code -} and {@code _}
     */
    public static MadeSecret of(String planId, String label, Kind kind) {
        return new MadeSecret(PREFIX + planId + "/" + label, kind);
    }

    /** Whether a secret of this name in the vault is one that Ronron made. */
    public static boolean made(String name) {
        return name.matches(PREFIX + "[A-Za-z0-9]+/[A-Za-z0-9_-]+");
    }

    /** The plan that it was made for. */
    public String planId() {
        return name.substring(PREFIX.length(), name.lastIndexOf('/'));
    }

    /** What it is for, within its plan. */
    public String label() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** As it stands in arguments and bodies. */
    public Json.Obj json() {
        return Json.obj().with("secret", name).with("kind", kind.name());
    }

    /** The secret that this value stands for; empty for any other value. */
    public static Optional<MadeSecret> of(Json value) {
        if (!(value instanceof Json.Obj object) || object.members().size() != 2) {
            return Optional.empty();
        }
        Optional<String> name = object.text("secret").filter(MadeSecret::made);
        Optional<Kind> kind =
                object.text("kind")
                        .flatMap(
                                k ->
                                        Arrays.stream(Kind.values())
                                                .filter(known -> known.name().equals(k))
                                                .findFirst());
        return name.flatMap(n -> kind.map(k -> new MadeSecret(n, k)));
    }

    /** All that stand anywhere in it, each once, in their order. */
    public static List<MadeSecret> in(Json value) {
        List<MadeSecret> found = new ArrayList<>();
        collect(value, found);
        return found.stream().distinct().toList();
    }

    private static void collect(Json value, List<MadeSecret> into) {
        Optional<MadeSecret> here = of(value);
        if (here.isPresent()) {
            into.add(here.get());
            return;
        }
        switch (value) {
            case Json.Obj object -> object.members().values().forEach(v -> collect(v, into));
            case Json.Arr array -> array.items().forEach(v -> collect(v, into));
            case Json.Str s -> {}
            case Json.Num n -> {}
            case Json.Bool b -> {}
            case Json.Null n -> {}
        }
    }
}
