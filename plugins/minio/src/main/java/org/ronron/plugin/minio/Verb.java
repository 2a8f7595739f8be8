package org.ronron.plugin.minio;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** What this connector changes. */
enum Verb {
    MAKE("bucket.create", true),
    DROP("bucket.remove", true),
    QUOTA("bucket.quota", false),
    SAVE("bucket.save", false),
    EMPTY("bucket.empty", false),
    RESTORE("bucket.restore", false),
    USER("user.create", true),
    NO_USER("user.remove", true),
    OFF("user.disable", false),
    ON("user.enable", false);

    /** What is typed or copied: calls, the rights that they need, policies. */
    static final ResourceBundle RECIPES =
            ResourceBundle.getBundle("org.ronron.plugin.minio.recipes");

    private final String word;
    private final boolean marked;

    /**
     * @param marked whether it is for what its own plan has made, or would make
     */
    Verb(String word, boolean marked) {
        this.word = word;
        this.marked = marked;
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    static Verb of(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    String word() {
        return word;
    }

    boolean marked() {
        return marked;
    }

    List<String> needs() {
        return List.of(RECIPES.getString(word + ".needs").split(" "));
    }

    String typed(Wish wish, String archive) {
        return RECIPES.getString(word)
                .replace("{bucket}", wish.bucket())
                .replace("{user}", wish.user())
                .replace("{bytes}", "" + wish.bytes())
                .replace("{archive}", archive)
                .replace("{secret}", wish.secret().map(s -> "$" + s.label()).orElse("$secret"));
    }
}
