package org.ronron.ui.pages;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;

/** Every error of the house says what happened and what to do, in both languages. */
class ErrorTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z_]+)\\(", Pattern.DOTALL);
    private static final Pattern DETAIL = Pattern.compile("\\{@code\\s+(?:\\*\\s+)?(\\w+)}");

    /** What some errors say otherwise, by what they are of; see {@link Texts#what}. */
    private static final Set<String> KINDS =
            Set.of(
                    "asks-for-a-client-certificate",
                    "refuses-our-client-certificate",
                    "certificate",
                    "certificate-without-names");

    /** The details that each code's own documentation promises, by the code's name. */
    private static final Map<String, Set<String>> DETAILS = new HashMap<>();

    static {
        promised("app/api/src/main/java/org/ronron/api/CommonError.java");
        promised("app/core/src/main/java/org/ronron/core/port/OwnError.java");
    }

    private static void promised(String source) {
        String root = System.getProperty("ronron.root", "../..");
        try {
            Matcher code = DOCUMENTED.matcher(Files.readString(Path.of(root, source)));
            while (code.find()) {
                int at = code.group(1).indexOf("Details:");
                Set<String> details = new TreeSet<>();
                if (at >= 0) {
                    DETAIL.matcher(code.group(1).substring(at))
                            .results()
                            .forEach(found -> details.add(found.group(1)));
                }
                DETAILS.put(code.group(2), details);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> details(ErrorCode code) {
        return DETAILS.getOrDefault(((Enum<?>) code).name(), Set.of("(not documented)"));
    }

    static Stream<ErrorCode> codes() {
        return Stream.concat(Stream.of(CommonError.values()), Stream.of(OwnError.values()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void saysWhatHappenedAndWhatToDo(ErrorCode code) {
        Set<String> promised = details(code);
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.of(language, List.of());
            String what = texts.get("error." + code.id() + ".what");
            String remedy = texts.get("error." + code.id() + ".remedy");
            assertFalse(what.startsWith("["), what);
            assertFalse(remedy.startsWith("["), remedy);
            Set<String> places = places(what + remedy);
            places.remove("endpoint");
            Set<String> expected = new TreeSet<>(promised);
            expected.remove("endpoint");
            assertEquals(expected, places, code + " in " + language);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void leavesNoPlaceEmptyWhenAllDetailsAreThere(ErrorCode code) {
        Fault fault = Fault.of(code, "garage-maison");
        for (String detail : details(code)) {
            fault = fault.with(detail, "x");
        }
        for (Locale language : Texts.LANGUAGES) {
            Texts texts = Texts.of(language, List.of());
            assertEquals(Set.of(), places(texts.what(fault) + texts.remedy(fault)));
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlacesAndNoObsoleteKey() {
        Map<String, String> french = Texts.part("errors", Locale.FRENCH);
        Map<String, String> english = Texts.part("errors", Locale.ENGLISH);
        assertEquals(new TreeSet<>(french.keySet()), new TreeSet<>(english.keySet()));
        french.forEach(
                (key, text) ->
                        assertEquals(places(text), places(english.getOrDefault(key, "")), key));
        Set<String> wanted = new TreeSet<>(Set.of("effect.none", "effect.unknown"));
        codes().forEach(
                        code -> {
                            assertTrue(wanted.add("error." + code.id() + ".what"), code.id());
                            wanted.add("error." + code.id() + ".remedy");
                        });
        Set<String> kinds = new TreeSet<>(french.keySet());
        kinds.removeAll(wanted);
        assertEquals(KINDS, kinds.stream().map(ErrorTextsTest::kind).collect(toSet()));
        kinds.forEach(key -> assertTrue(wanted.contains(key.replace("." + kind(key), "")), key));
        wanted.removeAll(french.keySet());
        assertEquals(Set.of(), wanted);
    }

    private static String kind(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    @Test
    void whatNobodyCanTellFromHereSendsAPersonToLook() {
        Texts texts = Texts.of(Locale.ENGLISH, List.of());
        Fault unknown =
                Fault.of(
                        OwnError.OUTCOME_UNKNOWN,
                        "",
                        "step",
                        "apply",
                        "found",
                        "layout version 31");
        assertEquals(
                "The step “apply” ended and it is not known how. The probe found: layout version"
                        + " 31.",
                texts.what(unknown));
        assertTrue(texts.remedy(unknown).contains("nothing again blindly"));
        Fault other = Fault.of(OwnError.NOT_AS_PROMISED, "", "step", "apply", "found", "24 copies");
        assertTrue(texts.what(other).endsWith("is not as promised: 24 copies."));
        Fault right = Fault.of(CommonError.RIGHT_MISSING, "celeri", "right", "read");
        assertEquals("“celeri” knows you, but you lack this right: read.", texts.what(right));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rented", "vm", "region", "sample", "gone"})
    void whyAMachineStaysIsSaidInWords(String reason) {
        Fault fault = Fault.of(OwnError.CANNOT_MOVE, "", "node", reason, "reason", reason);
        for (Locale language : Texts.LANGUAGES) {
            String what = Texts.of(language, List.of()).what(fault);
            assertTrue(what.startsWith(reason + " "), what);
            assertFalse(what.endsWith(" " + reason + "."), what);
        }
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
