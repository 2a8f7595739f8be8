package org.ronron.ui.window;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.Connector;
import org.ronron.core.desk.News;
import org.ronron.core.desk.NewsWords;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingWords;

/**
 * News in the reader's language, as they go to phones, by mail and to the desktop: one as a line
 * with what to do, several as a list, the worst first.
 *
 * @param machine the language where no other is preferred
 */
public record NewsTexts(List<Connector> connectors, InstantSource clock, Locale machine)
        implements NewsWords {
    public NewsTexts {
        connectors = List.copyOf(connectors);
    }

    @Override
    public Note of(List<News> news, String language) {
        Locale locale = language.isEmpty() ? machine : Locale.of(language);
        Texts texts = Texts.of(locale, connectors);
        FindingWords findings = new FindingWords(texts, clock.instant());
        if (news.size() == 1) {
            News only = news.getFirst();
            return new Note(title(only, texts, findings), text(only, texts, findings));
        }
        String lines =
                news.stream()
                        .sorted(Comparator.comparing(News::severity).reversed())
                        .map(one -> "• " + title(one, texts, findings))
                        .collect(Collectors.joining("\n"));
        return new Note(texts.count("news.several", news.size()), lines);
    }

    private static String title(News news, Texts texts, FindingWords findings) {
        return news.finding()
                .map(findings::brief)
                .orElseGet(() -> texts.get("news." + kind(news), "subject", news.subject()));
    }

    private static String text(News news, Texts texts, FindingWords findings) {
        Optional<String> found =
                news.finding().map(f -> findings.what(f) + "\n\n" + findings.remedy(f));
        return found.orElseGet(() -> texts.get("news.text." + kind(news)));
    }

    private static String kind(News news) {
        return news.kind().name().toLowerCase(Locale.ROOT);
    }
}
