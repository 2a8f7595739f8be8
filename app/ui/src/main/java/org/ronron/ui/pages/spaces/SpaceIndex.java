package org.ronron.ui.pages.spaces;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ronron.api.LinkFact;
import org.ronron.core.model.Space;
import org.ronron.ui.parts.Plain;

/**
 * What is searched of the spaces, folded once for each list of them. Immutable; any thread. Spaces
 * are spoken of by their place in the list, in rising order.
 */
final class SpaceIndex {
    static final SpaceIndex EMPTY = of(List.of());

    private final List<Space> spaces;
    private final String[] keys;
    private final LinkFact.Health[] healths;
    private final Set<LinkFact.Kind> kinds;

    private SpaceIndex(
            List<Space> spaces,
            String[] keys,
            LinkFact.Health[] healths,
            Set<LinkFact.Kind> kinds) {
        this.spaces = spaces;
        this.keys = keys;
        this.healths = healths;
        this.kinds = kinds;
    }

    static SpaceIndex of(List<Space> spaces) {
        String[] keys = new String[spaces.size()];
        LinkFact.Health[] healths = new LinkFact.Health[spaces.size()];
        Set<LinkFact.Kind> kinds = EnumSet.noneOf(LinkFact.Kind.class);
        for (int i = 0; i < keys.length; i++) {
            Space space = spaces.get(i);
            keys[i] = Plain.of(space.name() + '\n' + space.organisation() + '\n' + space.address());
            healths[i] = space.health();
            for (Space.Link link : space.links()) {
                kinds.add(link.fact().kind());
            }
        }
        return new SpaceIndex(spaces, keys, healths, Collections.unmodifiableSet(kinds));
    }

    List<Space> spaces() {
        return spaces;
    }

    /** The kinds of parts that any system here tells of. */
    Set<LinkFact.Kind> kinds() {
        return kinds;
    }

    int count(Filter filter) {
        return filter == Filter.ALL ? keys.length : select(filter).length;
    }

    /** Those that the filter lets pass. */
    int[] select(Filter filter) {
        int[] found = new int[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (filter.passes(healths[i])) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /**
     * Those of them that hold every word, in any order.
     *
     * @param words folded
     */
    int[] find(int[] among, List<String> words) {
        int[] found = new int[among.length];
        int n = 0;
        for (int at : among) {
            if (holds(keys[at], words)) {
                found[n++] = at;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static boolean holds(String key, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!key.contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
