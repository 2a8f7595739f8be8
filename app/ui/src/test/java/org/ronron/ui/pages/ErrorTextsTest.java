package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.ronron.api.CommonError;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.resources.Texts;

/** Every error of the house says what happened and what to do, in both languages. */
class ErrorTextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    /** The details that each code's contract promises. */
    private static final Map<ErrorCode, Set<String>> DETAILS = new HashMap<>();

    static {
        DETAILS.put(CommonError.UNREACHABLE, Set.of("address", "cause"));
        DETAILS.put(CommonError.TIMEOUT, Set.of("address", "seconds"));
        DETAILS.put(CommonError.UNKNOWN_HOST, Set.of("host"));
        DETAILS.put(CommonError.CUT, Set.of("address", "cause"));
        DETAILS.put(CommonError.LOGIN_REFUSED, Set.of("address"));
        DETAILS.put(CommonError.RIGHT_MISSING, Set.of("right"));
        DETAILS.put(CommonError.SECRET_MISSING, Set.of("secret"));
        DETAILS.put(CommonError.TRUST_UNKNOWN, Set.of("address", "fingerprint"));
        DETAILS.put(CommonError.TRUST_CHANGED, Set.of("address", "known", "seen"));
        DETAILS.put(CommonError.BAD_ANSWER, Set.of("address", "found"));
        DETAILS.put(CommonError.HTML_ANSWER, Set.of("address"));
        DETAILS.put(CommonError.TOO_LARGE, Set.of("address", "limit"));
        DETAILS.put(CommonError.REDIRECTED, Set.of("address", "target"));
        DETAILS.put(CommonError.SERVER_ERROR, Set.of("status", "message"));
        DETAILS.put(CommonError.WRONG_VERSION, Set.of("version", "supported"));
        DETAILS.put(CommonError.READ_ONLY, Set.of("call"));
        DETAILS.put(CommonError.BAD_SETTING, Set.of("setting", "reason"));
        DETAILS.put(CommonError.COMMAND_FAILED, Set.of("command", "exit", "message"));
        DETAILS.put(OwnError.DISK_FULL, Set.of("folder"));
        DETAILS.put(OwnError.DATABASE_READ_ONLY, Set.of("file"));
        DETAILS.put(OwnError.DATABASE_DAMAGED, Set.of("file", "backup"));
        DETAILS.put(OwnError.DATABASE_NEWER, Set.of("file", "version"));
        DETAILS.put(OwnError.ALREADY_OPEN, Set.of("folder"));
        DETAILS.put(OwnError.STORE_FAILED, Set.of("file", "cause"));
        DETAILS.put(OwnError.DATABASE_SETTING, Set.of("setting", "found"));
        DETAILS.put(OwnError.BAD_FOLDER, Set.of("folder", "kind"));
        DETAILS.put(OwnError.VAULT_PASSPHRASE, Set.of());
        DETAILS.put(OwnError.VAULT_DAMAGED, Set.of("file"));
        DETAILS.put(OwnError.VAULT_LOCKED, Set.of());
        DETAILS.put(OwnError.PLAN_STALE, Set.of("endpoint", "moved"));
        DETAILS.put(OwnError.CANNOT_MOVE, Set.of("node", "reason"));
        DETAILS.put(OwnError.NOTHING_TO_DO, Set.of("node"));
        DETAILS.put(OwnError.CONFLICTING, Set.of("node"));
        DETAILS.put(OwnError.WRITING_OFF, Set.of("endpoint"));
        DETAILS.put(OwnError.OUTCOME_UNKNOWN, Set.of("step", "found"));
        DETAILS.put(OwnError.NOT_OURS, Set.of("step", "found"));
        DETAILS.put(OwnError.NOT_AS_PROMISED, Set.of("step", "found"));
        DETAILS.put(OwnError.BUSY, Set.of("operation"));
        DETAILS.put(OwnError.UNKNOWN_TYPE, Set.of("type"));
        DETAILS.put(OwnError.NAME_TAKEN, Set.of("name"));
        DETAILS.put(OwnError.INTERNAL, Set.of("what"));
    }

    static Stream<ErrorCode> codes() {
        return Stream.concat(Stream.of(CommonError.values()), Stream.of(OwnError.values()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void saysWhatHappenedAndWhatToDo(ErrorCode code) {
        Set<String> promised = DETAILS.getOrDefault(code, Set.of("(not listed in this test)"));
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
        for (String detail : DETAILS.getOrDefault(code, Set.of())) {
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
        assertEquals(wanted, new TreeSet<>(french.keySet()));
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
