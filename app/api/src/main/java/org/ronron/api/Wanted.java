package org.ronron.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a big answer are read. The others are left out while it is read and take no
 * memory. Of an array it is what is wanted of each item.
 */
public final class Wanted {
    /** Everything. */
    public static final Wanted ALL = new Wanted();

    private final Map<String, Wanted> named;
    private final @Nullable Wanted others;
    private final Set<String> shared;

    private Wanted(Map<String, Wanted> named, @Nullable Wanted others, Set<String> shared) {
        this.named = Map.copyOf(named);
        this.others = others;
        this.shared = Set.copyOf(shared);
    }

    private Wanted() {
        named = Map.of();
        others = this;
        shared = Set.of();
    }

    /** These members, with all that is in them. */
    public static Wanted of(String... names) {
        Map<String, Wanted> named = new HashMap<>();
        for (String name : names) {
            named.put(name, ALL);
        }
        return new Wanted(named, null, Set.of());
    }

    /**
     * These members, as words with spaces between them: {@code /} leads into one, {@code *} is
     * every one. {@code =} before the word says that many rows of a list have the same in its first
     * member, which is kept once.
     */
    public static Wanted paths(String words) {
        Wanted wanted = new Wanted(Map.of(), null, Set.of());
        Set<String> same = new HashSet<>();
        for (String word : words.strip().split("\\s+")) {
            String path = word.replaceFirst("^=", "");
            wanted = wanted.path(path);
            if (word.startsWith("=")) {
                same.add(path.replaceFirst("/.*", ""));
            }
        }
        return wanted.shared(same.toArray(String[]::new));
    }

    private Wanted path(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        boolean each = first.equals("*");
        Wanted before = each ? others : named.get(first);
        Wanted from = before == null ? new Wanted(Map.of(), null, Set.of()) : before;
        Wanted inside = slash < 0 ? ALL : from.path(path.substring(slash + 1));
        return each ? new Wanted(named, inside, shared) : with(first, inside);
    }

    /** Of every member, whatever it is called, this. */
    public static Wanted each(Wanted inside) {
        return new Wanted(Map.of(), inside, Set.of());
    }

    /** Also of this member, this. */
    public Wanted with(String name, Wanted inside) {
        Map<String, Wanted> more = new HashMap<>(named);
        more.put(name, inside);
        return new Wanted(more, others, shared);
    }

    /** Of a list's rows: many have the same values in these members, which are kept once. */
    public Wanted shared(String... names) {
        return new Wanted(named, others, Set.of(names));
    }

    /**
     * The row with such values as other rows have them.
     *
     * @param seen values of rows before it; it adds its own
     */
    Json.Obj shared(Json.Obj row, Map<Json, Json> seen) {
        return shared.isEmpty() ? row : new Json.Obj(Members.of(row.members()).alike(shared, seen));
    }

    /** What is wanted of a member; null for nothing. */
    public @Nullable Wanted in(String name) {
        return named.getOrDefault(name, others);
    }

    /** What is wanted of a row that was read whole. */
    public Json.Obj of(Json.Obj row) {
        return of((Json) row) instanceof Json.Obj kept ? kept : row;
    }

    /** What is wanted of a value that was read whole. */
    public Json of(Json value) {
        if (equals(ALL)) {
            return value;
        }
        return switch (value) {
            case Json.Obj object -> {
                ObjStack kept = new ObjStack();
                kept.begin();
                object.members()
                        .forEach(
                                (name, member) -> {
                                    Wanted inside = in(name);
                                    if (inside != null) {
                                        kept.put(name, inside.of(member));
                                    }
                                });
                yield kept.end();
            }
            case Json.Arr array -> Json.arr(array.items().stream().map(this::of).toList());
            case Json.Str s -> s;
            case Json.Num n -> n;
            case Json.Bool b -> b;
            case Json.Null n -> n;
        };
    }
}
