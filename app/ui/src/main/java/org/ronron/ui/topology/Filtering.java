package org.ronron.ui.topology;

import org.jspecify.annotations.Nullable;
import org.ronron.core.model.Collective;
import org.ronron.resources.Texts;

/**
 * What is typed over what is seen: folds a picture only once somebody looks for something, and
 * looks again only when the words or the picture are others. One thread at a time.
 */
final class Filtering {
    private Search search;
    private @Nullable Collective over;
    private String typed = "";
    private Found found = Found.EVERYTHING;

    Filtering(Texts texts) {
        search = Search.in(texts);
    }

    @SuppressWarnings("ReferenceEquality") // a picture is replaced, never changed
    Found of(Collective collective, String words) {
        boolean same = collective == over;
        if (words.isBlank()) {
            return Found.EVERYTHING;
        }
        if (!same) {
            search = search.over(collective);
            over = collective;
        }
        if (!same || !words.equals(typed)) {
            found = search.find(words);
            typed = words;
        }
        return found;
    }
}
