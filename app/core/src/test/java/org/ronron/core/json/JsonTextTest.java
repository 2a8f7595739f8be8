package org.ronron.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.Wanted;

class JsonTextTest {
    @Test
    void numbersAreExactHoweverLong() throws IOException {
        for (String number :
                List.of(
                        "0",
                        "-1",
                        "1023",
                        "1024",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-123456789012345678901234567890",
                        "0.10",
                        "1E+2")) {
            assertEquals(new Json.Num(new BigDecimal(number)), JsonText.read(number));
            assertEquals(number, JsonText.write(JsonText.read(number)));
        }
        assertThrows(IOException.class, () -> JsonText.read("1e999999999"));
    }

    @Test
    void whatIsNoWholeJsonIsRefused() {
        for (String text :
                List.of(
                        "",
                        "{",
                        "[1,",
                        "[1] 2",
                        "{\"a\":}",
                        "{\"a\":1,}",
                        "{\"a\"",
                        "{\"a\":1,\"a\":1}",
                        "{\"in\":{\"a\":1,\"b\":2,\"a\":3}}",
                        "[".repeat(JsonText.DEEPEST + 1) + "]".repeat(JsonText.DEEPEST + 1))) {
            assertThrows(IOException.class, () -> JsonText.read(text), text);
            assertThrows(IOException.class, () -> read(text, Wanted.ALL, 100), text);
        }
    }

    @Test
    void onlyWhatIsWantedIsReadAndTheRestIsLookedAt() throws IOException {
        Wanted wanted = Wanted.of("id").with("in", Wanted.each(Wanted.of("x")));
        String text =
                "[{\"id\":\"é\",\"no\":[1,{\"id\":2}],\"in\":{\"w\":{\"x\":1,\"y\":{}}}},{\"no\":{}}]";
        assertEquals(
                "[{\"id\":\"é\",\"in\":{\"w\":{\"x\":1}}},{}]",
                JsonText.write(read(text, wanted, 100)));
        assertEquals(wanted.of(JsonText.read(text)), read(text, wanted, 100));
        assertThrows(IOException.class, () -> read("[{\"no\":[1,}}]", wanted, 100));
        assertThrows(IOException.class, () -> read("[{\"no\":[1", wanted, 100));
    }

    @Test
    void moreValuesThanAllowedAreRefusedWhetherWantedOrNot() throws IOException {
        String text = "[1,[2,{\"a\":3}],4]";
        assertEquals(JsonText.read(text), read(text, Wanted.ALL, 7));
        assertThrows(TooManyException.class, () -> read(text, Wanted.ALL, 6));
        String skipped = "{\"b\":" + text + "}";
        assertEquals(Json.obj(), read(skipped, Wanted.of("a"), 8));
        assertThrows(TooManyException.class, () -> read(skipped, Wanted.of("a"), 7));
    }

    private static Json read(String text, Wanted wanted, int most) throws IOException {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8), wanted, most);
    }
}
