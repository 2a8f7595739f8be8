package org.ronron.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects while they are read, one inside the other; those with the same names in the same
 * order share them. One thread.
 */
public final class ObjStack {
    /** So few names are compared one after the other. */
    private static final int FEW = 16;

    /** So many kinds of objects are remembered, each with so many names at most. */
    private static final int KINDS = 1_000;

    private static final int WIDE = 64;

    /** Names seen before, by their first one. */
    private final Map<String, Names> kinds = new HashMap<>();

    private String[] names = new String[64];
    private Json[] values = new Json[64];
    private int top;
    private @Nullable Open open;

    /** An object that is being read; its names and values begin at a place of the stack. */
    private static final class Open {
        private final int from;
        private final @Nullable Open around;

        /** What its names are so far the beginning of, which therefore holds none twice. */
        private @Nullable Names like;

        private @Nullable Set<String> many;

        Open(int from, @Nullable Open around) {
            this.from = from;
            this.around = around;
        }
    }

    /** An object begins, inside the one that is open. */
    public void begin() {
        open = new Open(top, open);
    }

    /**
     * A member of the object that is open.
     *
     * @return false when it has one of this name already
     */
    public boolean put(String name, Json value) {
        Open in = inner();
        int place = top - in.from;
        if (place == 0) {
            in.like = kinds.get(name);
        }
        if (in.like == null || place >= in.like.count() || !in.like.at(place).equals(name)) {
            in.like = null;
            if (has(in, name)) {
                return false;
            }
        }
        if (top == names.length) {
            names = Arrays.copyOf(names, top * 2);
            values = Arrays.copyOf(values, top * 2);
        }
        names[top] = name;
        values[top] = value;
        top++;
        return true;
    }

    private boolean has(Open in, String name) {
        if (top - in.from > FEW) {
            if (in.many == null) {
                in.many = new HashSet<>(Arrays.asList(names).subList(in.from, top));
            }
            return !in.many.add(name);
        }
        for (int i = in.from; i < top; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The object that is open ends. */
    public Json.Obj end() {
        Open in = inner();
        open = in.around;
        int count = top - in.from;
        Names own = in.like;
        if (own == null || own.count() != count) {
            own = count == 0 ? Names.NONE : new Names(Arrays.copyOfRange(names, in.from, top));
            if (count > 0 && count <= WIDE && kinds.size() < KINDS) {
                kinds.put(own.at(0), own);
            }
        }
        Json[] kept = Arrays.copyOfRange(values, in.from, top);
        top = in.from;
        return new Json.Obj(new Members(own, kept));
    }

    private Open inner() {
        if (open == null) {
            throw new IllegalStateException("no object has begun");
        }
        return open;
    }
}
