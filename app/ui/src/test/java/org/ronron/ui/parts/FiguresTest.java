package org.ronron.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.resources.Figures;
import org.ronron.resources.Texts;

/** Figures and moments as a reader of French and one of English expects them. */
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:04:20Z");

    private static Figures figures(String language) {
        return Texts.of(Locale.of(language), List.of()).figures();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.7 GHz | 2,7 GHz | 2.7 GHz",
                "13 TB | 13 To | 13 TB",
                "50 MB | 50 Mo | 50 MB",
                "40 GiB | 40 Gio | 40 GiB",
                "4 × 16 TiB | 4 × 16 Tio | 4 × 16 TiB",
                "30000 € | 30 000 € | 30,000 €",
                "50000 | 50 000 | 50,000",
                "> 100 | > 100 | > 100",
                "2024-10-22 | 22 octobre 2024 | October 22, 2024",
                "2026-11-25 14:59 UTC | 25 novembre 2026 14:59 UTC | November 25, 2026 14:59 UTC",
                "Matrix, Jitsi | Matrix, Jitsi | Matrix, Jitsi"
            })
    void whatWasPublishedIsSaidInTheReadersLanguage(String is, String french, String english) {
        assertEquals(french, plain(figures("fr").published(is)));
        assertEquals(english, plain(figures("en").published(is)));
    }

    @Test
    void aMomentInATextBecomesHowLongAgo() {
        String then = NOW.minus(Duration.ofHours(3)).toString();
        Map<String, String> said =
                figures("fr").lengths(Map.of("since", then, "address", "ssh://onion:22"), NOW);
        assertEquals("3 h", plain(said.getOrDefault("since", "")));
        assertEquals("ssh://onion:22", said.get("address"));
    }

    @Test
    void lengthsAndSizesInATextAreSaidInWords() {
        Map<String, String> said =
                figures("fr")
                        .lengths(
                                Map.of(
                                        "promise", "PT26H",
                                        "freeBytes", "1073741824",
                                        "key", "PT",
                                        "count", "1073741824"),
                                NOW);
        assertEquals("26 h", plain(said.getOrDefault("promise", "")));
        assertEquals("1 Gio", plain(said.getOrDefault("freeBytes", "")));
        assertEquals("PT", said.get("key"));
        assertEquals("1073741824", said.get("count"));
    }

    @Test
    void aDayInATextIsWrittenOutAndNoDayStaysAsItIs() {
        Map<String, String> values = Map.of("day", "2026-12-02", "odd", "2026-99-99");
        Map<String, String> said = figures("fr").lengths(values, NOW);
        assertEquals("2 décembre 2026", plain(said.getOrDefault("day", "")));
        assertEquals("2026-99-99", said.get("odd"));
        assertEquals("2026-99-99", figures("en").published("2026-99-99"));
    }

    @Test
    void nobodyReadsZeroSeconds() {
        assertEquals("à l’instant", figures("fr").age(NOW, NOW));
        assertEquals("à l’instant", figures("fr").age(NOW.plusSeconds(40), NOW));
        assertEquals("just now", figures("en").age(NOW, NOW));
        assertEquals("il y a 8 s", plain(figures("fr").age(NOW.minusSeconds(8), NOW)));
    }
}
