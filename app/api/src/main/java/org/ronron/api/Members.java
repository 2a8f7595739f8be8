package org.ronron.api;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in their order, unmodifiable, in two arrays: lists of some ten thousand
 * rows are kept, and a linked hash map takes five times as much for each. Any thread.
 */
final class Members extends AbstractMap<String, Json> {
    static final Members NONE = new Members(Names.NONE, new Json[0]);

    private final Names names;
    private final Json[] values;

    /**
     * @param values one a name; the array is this map's from now on
     */
    Members(Names names, Json[] values) {
        this.names = names;
        this.values = values;
    }

    /** The same members; a copy, unless nobody can change them. */
    static Members of(Map<String, Json> members) {
        if (members instanceof Members same) {
            return same;
        }
        String[] names = members.keySet().toArray(String[]::new);
        return new Members(new Names(names), members.values().toArray(Json[]::new));
    }

    /** With this one set, in its place or as the last. */
    Members with(String name, Json value) {
        int place = names.place(name);
        Json[] next = Arrays.copyOf(values, place < 0 ? values.length + 1 : values.length);
        next[place < 0 ? values.length : place] = value;
        return new Members(place < 0 ? names.and(name) : names, next);
    }

    /** The same; of these members an equal value that was seen before takes the place of theirs. */
    Members alike(Set<String> which, Map<Json, Json> seen) {
        Json[] next = values.clone();
        for (int i = 0; i < next.length; i++) {
            if (which.contains(names.at(i))) {
                Json known = seen.putIfAbsent(next[i], next[i]);
                next[i] = known == null ? next[i] : known;
            }
        }
        return new Members(names, next);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        int place = names.place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return names.place(name) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Json> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(names.at(i), values[i]);
        }
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Entry<String, Json>> iterator() {
                return new Each();
            }
        };
    }

    private final class Each implements Iterator<Entry<String, Json>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Entry<String, Json> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<String, Json> entry = Map.entry(names.at(next), values[next]);
            next++;
            return entry;
        }
    }

    /** As every map's, without making its entries. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += names.at(i).hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Members alike && alike.names.equals(names)
                ? Arrays.equals(values, alike.values)
                : super.equals(other);
    }
}
