package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.MadeSecret;
import org.ronron.core.model.RequestRef;

final class FillingTest {
    private static final RequestRef REF = new RequestRef("charon", "r7");

    private static Filling filling(Map<String, String> values) {
        return new Filling("plan1", values, Set.of("quota", "was.quota"), Optional.of(REF));
    }

    private static Json.Obj filled(Map<String, String> values, String arguments) {
        return filling(values).fill(SpaceRig.json(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${by}",
                "{\"secret\": \"made/plan1/database\", \"kind\": \"PASSWORD\"}",
                "{\"made\": \"database\", \"kind\": \"PASSWORD\"}",
                "{\"live\": \"email\", \"endpoint\": \"charon\", \"request\": \"r7\"}",
                "$1 \\ $ {name}",
                "; rm -rf /",
                "جمعية القطط",
                "a\u0000b"
            })
    void aValueIsPutInAsItIsAndNeverReadAgain(String evil) {
        Json.Obj filled =
                filled(
                        Map.of("name", evil, "by", "Camille"),
                        """
                        {"alone": "${name}", "within": "<${name}> by ${by}", "list": ["${name}"]}
                        """);
        assertEquals(
                Json.obj()
                        .with("alone", evil)
                        .with("within", "<" + evil + "> by Camille")
                        .with("list", Json.texts(List.of(evil))),
                filled);
        assertEquals(List.of(), MadeSecret.in(filled));
        assertTrue(LiveValue.of(filled.at("alone")).isEmpty());
    }

    @Test
    void onlyWhatStandsForANumberBecomesOne() {
        Map<String, String> values =
                Map.of("quota", "42949672960", "name", "2026", "mark", "012345");
        assertEquals(
                Json.obj()
                        .with("bytes", 42_949_672_960L)
                        .with("said", "42949672960 bytes")
                        .with("role", "2026")
                        .with("mark", "012345"),
                filled(
                        values,
                        """
                        {"bytes": "${quota}", "said": "${quota} bytes", "role": "${name}",
                         "mark": "${mark}"}
                        """));
        assertEquals(
                Json.obj().with("bytes", "much"),
                filled(Map.of("quota", "much"), "{\"bytes\": \"${quota}\"}"));
    }

    @Test
    void whatIsNoPlaceStaysAsItIs() {
        String plain = "{\"n\": 7, \"b\": true, \"z\": null, \"s\": \"$name {name} ${}\"}";
        assertEquals(SpaceRig.json(plain), filled(Map.of(), plain));
    }

    @Test
    void formsOfSecretsAndLiveValuesAreMade() {
        Json.Obj filled =
                filled(
                        Map.of(),
                        """
                        {"password": {"made": "database", "kind": "PASSWORD"},
                         "to": {"live": "email"}, "in": {"deep": {"live": "name"}}}
                        """);
        assertEquals(
                List.of(MadeSecret.of("plan1", "database", MadeSecret.Kind.PASSWORD)),
                MadeSecret.in(filled));
        assertEquals(
                Optional.of(new LiveValue("email", "charon", "r7")), LiveValue.of(filled.at("to")));
        assertEquals(
                Optional.of(new LiveValue("name", "charon", "r7")),
                LiveValue.of(filled.object("in").at("deep")));
    }

    @Test
    void withoutARequestThereIsNobodyToWriteTo() {
        Filling filling = new Filling("plan1", Map.of(), Set.of(), Optional.empty());
        assertEquals(
                Json.obj().with("email", ""),
                filling.fill(SpaceRig.json("{\"email\": {\"live\": \"email\"}}")));
    }

    @Test
    void anUnknownPlaceIsRefused() {
        String why =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> filled(Map.of(), "{\"x\": \"a ${host.domian} b\"}"))
                        .getMessage();
        assertEquals("nothing fills ${host.domian}", why);
    }

    @Test
    void whatWasBeforeAndIsNotKnownIsLeftOut() {
        String arguments = "{\"bytes\": \"${quota}\", \"before\": \"${was.quota}\"}";
        assertEquals(Json.obj().with("bytes", 9), filled(Map.of("quota", "9"), arguments));
        assertEquals(
                Json.obj().with("bytes", 9).with("before", 4),
                filled(Map.of("quota", "9", "was.quota", "4"), arguments));
    }
}
