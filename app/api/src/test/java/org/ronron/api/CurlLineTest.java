package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlLineTest {
    private static final URI BASE = URI.create("http://10.0.0.1:3903");

    @Test
    void aCallIsALineToTypeWithTheSecretAsAName() {
        Json body =
                Json.obj()
                        .with("zone", "l'étage \"2\"\n")
                        .with("tags", Json.texts(List.of("a", "b\\c")))
                        .with("capacity", Json.Null.NULL)
                        .with("version", 12)
                        .with("sure", Json.of(true));
        assertEquals(
                "curl -X POST -H \"Authorization: Bearer $token\" -H 'Content-Type:"
                        + " application/json' --data '{\"zone\":\"l'\\''étage"
                        + " \\\"2\\\"\\u000a\",\"tags\":[\"a\",\"b\\\\c\"],\"capacity\":null,"
                        + "\"version\":12,\"sure\":true}' 'http://10.0.0.1:3903/v2/Apply'",
                Http.Call.post("/v2/Apply", body, Duration.ZERO)
                        .asCurl(BASE, new Auth.Bearer("token")));
    }

    @Test
    void aSecretThatRonronMakesIsANameToFillIn() {
        Json body =
                Json.obj()
                        .with(
                                "key",
                                MadeSecret.of("01J", "s3-key", MadeSecret.Kind.S3_SECRET).json())
                        .with("note", "\uffffHOME\uffff 'x'");
        assertEquals(
                "curl -X POST -H 'Content-Type: application/json' --data"
                        + " '{\"key\":\"'\"$s3_key\"'\",\"note\":\"\\uffffHOME\\uffff '\\''x'\\''\"}'"
                        + " 'http://10.0.0.1:3903/v2/ImportKey'",
                Http.Call.post("/v2/ImportKey", body, Duration.ZERO).asCurl(BASE, new Auth.None()));
    }

    @Test
    void withoutABodyOrALoginItIsShort() {
        assertEquals(
                "curl -X GET 'http://10.0.0.1:3903/health'",
                Http.Call.get("/health", Duration.ZERO).asCurl(BASE, new Auth.None()));
        assertEquals(
                "curl -X GET -H \"X-Key: $key\" 'http://10.0.0.1:3903/health'",
                Http.Call.get("/health", Duration.ZERO)
                        .asCurl(BASE, new Auth.Header("X-Key", "key")));
    }
}
