package org.ronron.transport.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that completes a fault is there in both languages. */
class SaidTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void isInTheTexts(String language) throws Exception {
        Path file =
                Path.of(System.getProperty("ronron.root", "../.."))
                        .resolve("resources/src/main/resources/org/ronron/resources/texts")
                        .resolve("words_" + language + ".properties");
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        for (Said said : Said.values()) {
            String key =
                    said.words()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", "");
            assertTrue(words.containsKey("word." + key), said + " in " + language);
            assertFalse(words.getProperty("word." + key, "").isBlank());
        }
    }
}
