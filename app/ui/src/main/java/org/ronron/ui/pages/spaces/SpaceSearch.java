package org.ronron.ui.pages.spaces;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.ronron.core.model.Space;
import org.ronron.ui.parts.Plain;

/**
 * A search as it is typed: while the words grow, only what they found before is looked through
 * again. One thread at a time.
 */
final class SpaceSearch {
    private SpaceIndex index = SpaceIndex.EMPTY;
    private Filter filter = Filter.ALL;
    private List<String> words = List.of();
    private int[] found = {};

    /** Other spaces, with the same words and filter. */
    void over(SpaceIndex next) {
        index = next;
        found = index.find(index.select(filter), words);
    }

    SpaceIndex index() {
        return index;
    }

    Filter filter() {
        return filter;
    }

    void filter(Filter next) {
        filter = next;
        over(index);
    }

    void type(String typed) {
        List<String> next = words(typed);
        boolean grown =
                words.stream().allMatch(old -> next.stream().anyMatch(n -> n.contains(old)));
        found = index.find(grown ? found : index.select(filter), next);
        words = next;
    }

    static List<String> words(String typed) {
        return Arrays.stream(Plain.of(typed).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /** What was found, without a copy of it. */
    List<Space> found() {
        return new Found(index.spaces(), found);
    }

    /** Where this one stands among what was found; negative when it was not. */
    int place(String name) {
        int low = 0;
        int high = found.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = index.spaces().get(found[middle]).name().compareTo(name);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** A view of some of the spaces. */
    private static final class Found extends AbstractList<Space> implements RandomAccess {
        private final List<Space> spaces;
        private final int[] places;

        Found(List<Space> spaces, int[] places) {
            this.spaces = spaces;
            this.places = places;
        }

        @Override
        public Space get(int at) {
            return spaces.get(places[at]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }
}
