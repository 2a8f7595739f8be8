package org.ronron.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** A server that gives a secret back, however it writes it, gives it to nobody. */
class EchoTest {
    private static final String SECRET = "a1b2\"'`$&</>\\.*[z9";

    @Test
    void itIsTakenOutInEveryWriting() throws Exception {
        String json = JsonText.write(Json.obj().with("m", "before " + SECRET + " after"));
        for (String text :
                List.of(
                        "before " + SECRET + " after",
                        "before a1b2%22%27%60%24%26%3c%2F%3E%5C.%2a%5Bz9 after",
                        "before a1b2&quot;&#39;`$&amp;&lt;/&gt;\\.*[z9 after",
                        "before a1b2&#34;&#x27;&#96;$&amp;&lt;/&gt;\\.*[z9 after",
                        "before a1b2\\\"'`$&<\\/>\\\\.*[z9 after",
                        "before a1b2\\u0022\\u0027`$\\u0026\\u003C/\\u003e\\u005c.*[z9 after")) {
            assertEquals("before … after", Echo.without(SECRET, text));
        }
        Json read = JsonText.read(Echo.without(SECRET, json));
        assertEquals(Json.obj().with("m", "before … after"), read);
    }

    @Test
    void whatIsNotTheSecretStays() {
        String text = "a1b2 \"'`$&< z9, a1b2\"'`$&</>\\.*[z8";
        assertEquals(text, Echo.without(SECRET, text));
        assertEquals("short", Echo.without("short", "short"));
        assertEquals("$1 … \\", Echo.without("plain-token_1", "$1 plain-token_1 \\"));
    }
}
