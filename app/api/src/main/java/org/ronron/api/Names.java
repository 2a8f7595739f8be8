package org.ronron.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of an object's members, in their order, each once. Rows of one list share them. */
final class Names {
    static final Names NONE = new Names(new String[0]);

    /** So few are compared one after the other. */
    private static final int FEW = 8;

    private final String[] names;

    /** Place plus one by hash, 0 for none; a power of two, at least twice as long. */
    private final int[] places;

    /** What the last one that was longer by a name has: many objects are built alike. */
    private @Nullable Names longer;

    /**
     * @param names no two of them equal; the array is this object's from now on
     */
    Names(String[] names) {
        this.names = names;
        places =
                names.length <= FEW ? new int[0] : new int[Integer.highestOneBit(names.length) * 4];
        for (int i = 0; i < names.length && places.length > 0; i++) {
            places[slot(names[i])] = i + 1;
        }
    }

    private int slot(Object name) {
        int hash = name.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & places.length - 1;
        while (places[slot] > 0 && !names[places[slot] - 1].equals(name)) {
            slot = slot + 1 & places.length - 1;
        }
        return slot;
    }

    int count() {
        return names.length;
    }

    String at(int place) {
        return names[place];
    }

    /** Its place, or -1. */
    int place(@Nullable Object name) {
        if (name == null) {
            return -1;
        }
        if (places.length > 0) {
            return places[slot(name)] - 1;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These and one more, which is not among them. */
    Names and(String name) {
        Names known = longer;
        if (known != null && known.names[names.length].equals(name)) {
            return known;
        }
        String[] more = Arrays.copyOf(names, names.length + 1);
        more[names.length] = name;
        Names made = new Names(more);
        longer = names.length <= FEW ? made : null;
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Names same && Arrays.equals(names, same.names);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }
}
