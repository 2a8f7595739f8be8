package org.ronron.launcher;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * Secrets that are nowhere else in the world: whatever holds one has it from us. Typed or given by
 * a person; those that Ronron makes come besides.
 *
 * @param all in the order of {@link Use}
 */
record Canaries(List<String> all) {
    /** What each is given to. */
    enum Use {
        VAULT,
        VAULT_WRONG,
        VAULT_NEW,
        FINE,
        FINE_WRITE,
        REFUSES,
        REFUSES_WRITE,
        FAILS,
        FAILS_WRITE,
        PAGE,
        DEAD,
        DEAD_WRITE,
        EDITED,
        EDITED_WRITE,
        DRAFT,
        DRAFT_WRITE,
        DRAFT_REFUSED,
        TOKEN_WITH_QUOTES,
        TOKEN_BEYOND_ASCII,
        TOKEN_OF_TWO_LINES,
        GARAGE,
        GARAGE_WRITE,
        CLIENT_KEY,
        CLIENT_TOKEN,
        PASSWORD,
        KEY_FILE,
        KEY_FILE_WRONG,
        VIA_KEY,
        VIA_KEY_WRONG,
        VIA_PASSWORD,
        BREAKS,
        CHECK_GARAGE,
        CHECK_WRITE,
        CHECK_PASSWORD,
        TYPED_PASSPHRASE,
        TYPED_TOKEN
    }

    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";

    static Canaries hatch() {
        RandomGenerator random = new SecureRandom();
        List<String> all = new ArrayList<>();
        for (Use use : Use.values()) {
            String a = word(random);
            String b = word(random);
            all.add(
                    switch (use) {
                        case VAULT, PASSWORD, VIA_PASSWORD, TYPED_PASSPHRASE ->
                                a + " é漢🐱 \"'\\$(" + b + ")";
                        case KEY_FILE, VIA_KEY, CLIENT_KEY, VAULT_NEW -> a + "' \"$" + b;
                        case KEY_FILE_WRONG, VIA_KEY_WRONG, VAULT_WRONG -> "ê" + a + "ß\n" + b;
                        case TOKEN_BEYOND_ASCII -> a + "é漢" + b;
                        case TOKEN_OF_TWO_LINES -> a + "\n" + b;
                        case TOKEN_WITH_QUOTES, DRAFT, TYPED_TOKEN, CHECK_PASSWORD ->
                                a + "\"'`$&<" + b;
                        default -> a + "-" + b;
                    });
        }
        return new Canaries(List.copyOf(all));
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    String of(Use use) {
        return all.get(use.ordinal());
    }

    /** To be wiped by whoever takes it. */
    char[] chars(Use use) {
        return of(use).toCharArray();
    }

    /** One line, for a pipe. */
    String line() {
        return JsonText.write(Json.obj().with("all", Json.texts(all)));
    }

    static Canaries read(String line) throws java.io.IOException {
        return new Canaries(JsonText.readObject(line).texts("all"));
    }
}
