package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;
import org.ronron.testkit.rules.Sources;

/**
 * The window's texts: complete in both languages, none obsolete, every error with its two texts and
 * a test.
 */
final class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
    private final Path root = Path.of(System.getProperty("ronron.root"));
    private final Sources sources = new Sources(root);

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayTheSame() {
        return Texts.PARTS.stream().map(p -> DynamicTest.dynamicTest(p, () -> same(p)));
    }

    private static void same(String part) {
        Map<String, String> french = Texts.part(part, Locale.FRENCH);
        Map<String, String> english = Texts.part(part, Locale.ENGLISH);
        assertEquals(new TreeSet<>(french.keySet()), new TreeSet<>(english.keySet()), part);
        french.forEach(
                (key, text) -> {
                    assertEquals(
                            places(text),
                            places(english.getOrDefault(key, "")),
                            key + " of " + part);
                    assertEquals(false, text.isBlank(), key + " is empty");
                });
    }

    private static Set<String> places(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Test
    void noKeyIsInTwoParts() {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (String part : Texts.PARTS) {
            for (String key : Texts.part(part, Locale.FRENCH).keySet()) {
                if (!seen.add(key)) {
                    twice.add(key);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    /** A key is in use when code names it, or names its beginning up to a dot and adds the rest. */
    @Test
    void noKeyIsObsolete() {
        Set<String> literals = sources.literals(sources.mainJava());
        List<String> obsolete = new ArrayList<>();
        for (String part : Texts.PARTS) {
            for (String key : Texts.part(part, Locale.FRENCH).keySet()) {
                if (!used(key, literals)) {
                    obsolete.add(part + ": " + key);
                }
            }
        }
        assertEquals(List.of(), obsolete);
    }

    private static boolean used(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (literals.contains(key.substring(0, dot + 1))
                    || literals.contains(key.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyErrorHasItsTexts() {
        List<String> missing = new ArrayList<>();
        for (Locale locale : Texts.LANGUAGES) {
            Map<String, String> texts = Texts.part("errors", locale);
            Stream.<ErrorCode>concat(Stream.of(CommonError.values()), Stream.of(OwnError.values()))
                    .flatMap(
                            c ->
                                    Stream.of(
                                            "error." + c.id() + ".what",
                                            "error." + c.id() + ".remedy"))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyErrorIsNamedByATest() {
        String tests =
                String.join(
                        "\n",
                        sources.java().stream()
                                .filter(
                                        f ->
                                                f.toString().contains("/src/test/")
                                                        || f.toString().contains("/testkit/"))
                                .filter(f -> !f.endsWith("TextsTest.java"))
                                .map(Sources::read)
                                .toList());
        List<String> untested =
                Stream.<Enum<?>>concat(
                                Stream.of(CommonError.values()), Stream.of(OwnError.values()))
                        .filter(
                                c ->
                                        !tests.contains(c.name())
                                                && !tests.contains(((ErrorCode) c).id()))
                        .map(c -> c.getDeclaringClass().getSimpleName() + "." + c.name())
                        .toList();
        assertEquals(List.of(), untested);
    }
}
