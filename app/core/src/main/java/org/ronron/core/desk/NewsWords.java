package org.ronron.core.desk;

import java.util.List;
import java.util.stream.Collectors;

/** News as people read it. Any thread. */
public interface NewsWords {
    /** Where there are no texts: causes. */
    NewsWords BARE =
            (news, language) ->
                    new Note(
                            news.getFirst().cause(),
                            news.stream().map(News::cause).collect(Collectors.joining("\n")));

    /** One line, and what there is to say. */
    record Note(String title, String text) {}

    /**
     * All of it as one note.
     *
     * @param news not empty
     * @param language as the person at the keyboard prefers it; empty for the machine's own
     */
    Note of(List<News> news, String language);
}
