package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Severity;
import org.ronron.core.desk.News;
import org.ronron.core.desk.NewsWords;
import org.ronron.core.model.Finding;

/** News in words. */
class DesktopNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private final NewsTexts words = new NewsTexts(List.of(), () -> NOW, Locale.FRENCH);

    private static News news(News.Kind kind, Severity severity) {
        return new News("c/" + kind, kind, severity, "celeri → scorpio", Optional.empty());
    }

    private static News found() {
        Finding finding =
                new Finding(
                        "notice-failed",
                        "",
                        Severity.WARN,
                        "gotify",
                        Map.of("endpoint", "gotify", "title", "Disque plein", "error", ""));
        return new News("f", News.Kind.FINDING, Severity.WARN, "gotify", Optional.of(finding));
    }

    @ParameterizedTest
    @CsvSource({"DONE", "STOPPED", "HANDS", "REQUEST"})
    void eachKindHasItsWordsInBothLanguages(News.Kind kind) {
        for (String language : List.of("fr", "en", "")) {
            NewsWords.Note note = words.of(List.of(news(kind, Severity.INFO)), language);
            assertTrue(note.title().contains("celeri → scorpio"), note.title());
            assertFalse((note.title() + note.text()).contains("["), note.text());
            assertFalse((note.title() + note.text()).contains("{"), note.text());
        }
    }

    @Test
    void aFindingSaysWhatToDo() {
        NewsWords.Note note = words.of(List.of(found()), "fr");
        assertEquals(
                "Un message n’a pas pu être envoyé par « gotify » : Disque plein", note.title());
        assertTrue(note.text().contains("Regardez cette connexion."), note.text());
    }

    @Test
    void severalAreAListTheWorstFirst() {
        NewsWords.Note note =
                words.of(
                        List.of(
                                news(News.Kind.DONE, Severity.INFO),
                                found(),
                                news(News.Kind.STOPPED, Severity.ERROR)),
                        "en");
        assertEquals("3 pieces of news", note.title());
        List<String> lines = note.text().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("• Stopped"), note.text());
        assertTrue(lines.getLast().startsWith("• Done"), note.text());
    }
}
