package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MadeSecretTest {
    private static final MadeSecret KEY = MadeSecret.of("01J", "key", MadeSecret.Kind.S3_SECRET);
    private static final MadeSecret ROLE = MadeSecret.of("01J", "role_2", MadeSecret.Kind.PASSWORD);

    @Test
    void itIsANameInArgumentsAndComesBackAsItWas() {
        assertEquals("made/01J/key", KEY.name());
        assertEquals("01J", KEY.planId());
        assertEquals("key", KEY.label());
        assertEquals(Optional.of(KEY), MadeSecret.of(KEY.json()));
        Json arguments =
                Json.obj()
                        .with("a", Json.arr(List.of(KEY.json(), Json.of(1), Json.Null.NULL)))
                        .with("b", Json.obj().with("c", ROLE.json()).with("d", KEY.json()))
                        .with("e", Json.of(true));
        assertEquals(List.of(KEY, ROLE), MadeSecret.in(arguments));
    }

    @Test
    void whatOnlyLooksLikeOneIsLeftAlone() {
        Json.Obj json = KEY.json();
        for (Json other :
                List.of(
                        json.with("more", "x"),
                        Json.obj().with("secret", "made/01J/key"),
                        json.with("secret", "endpoint/token"),
                        json.with("secret", "made/../key"),
                        json.with("secret", "made/01J/a/b"),
                        json.with("kind", "ROPE"),
                        Json.of("made/01J/key"))) {
            assertEquals(Optional.empty(), MadeSecret.of(other), other.toString());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> MadeSecret.of("01J", "a/b", MadeSecret.Kind.TOKEN));
    }
}
