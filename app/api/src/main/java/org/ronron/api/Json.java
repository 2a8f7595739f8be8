package org.ronron.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON value (RFC 8259) as immutable data: what connectors read from answers and what an {@link
 * Action} carries as arguments. Lookups never answer null: a missing member is {@link Null}, and
 * the typed readers of {@link Obj} are {@code Optional}.
 */
public sealed interface Json {

    /** An object; members keep their order, so printing is stable. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Members.of(members);
        }

        /** The member of this name, or {@link Null}. */
        public Json at(String name) {
            Json value = members.get(name);
            return value == null ? Null.NULL : value;
        }

        /** The member as text, if it is a string. */
        public Optional<String> text(String name) {
            return at(name) instanceof Str s ? Optional.of(s.value()) : Optional.empty();
        }

        /** As {@link #text}, for facts whose words may be missing: empty then. */
        public String word(String name) {
            return text(name).orElse("");
        }

        /** The member as a whole number, if it is one that fits a long. */
        public Optional<Long> number(String name) {
            if (at(name) instanceof Num n) {
                try {
                    return Optional.of(n.value().longValueExact());
                } catch (ArithmeticException notWhole) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** As {@link #number}, for facts whose figures may be missing. */
        public OptionalLong figure(String name) {
            return number(name).map(OptionalLong::of).orElse(OptionalLong.empty());
        }

        /** The member as true or false, if it is one. */
        public Optional<Boolean> bool(String name) {
            return at(name) instanceof Bool b ? Optional.of(b.value()) : Optional.empty();
        }

        /** The member's items; empty when it is missing or no array. */
        public List<Json> items(String name) {
            return at(name) instanceof Arr a ? a.items() : List.of();
        }

        /** The member's items that are strings; others are left out. */
        public List<String> texts(String name) {
            List<String> found = new ArrayList<>();
            for (Json item : items(name)) {
                if (item instanceof Str s) {
                    found.add(s.value());
                }
            }
            return List.copyOf(found);
        }

        /** The member's items that are objects; others are left out. */
        public List<Obj> objects(String name) {
            List<Obj> found = new ArrayList<>();
            for (Json item : items(name)) {
                if (item instanceof Obj o) {
                    found.add(o);
                }
            }
            return List.copyOf(found);
        }

        /** The member as an object; empty when it is missing or something else. */
        public Obj object(String name) {
            return at(name) instanceof Obj o ? o : Json.obj();
        }

        /** This object with one member set. */
        public Obj with(String name, Json value) {
            return new Obj(Members.of(members).with(name, value));
        }

        /** This object with all members of another set. */
        public Obj with(Obj more) {
            Map<String, Json> next = new LinkedHashMap<>(members);
            next.putAll(more.members());
            return new Obj(next);
        }

        /** This object with one text member set. */
        public Obj with(String name, String value) {
            return with(name, Json.of(value));
        }

        /** This object with one number member set. */
        public Obj with(String name, long value) {
            return with(name, Json.of(value));
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A number, exact. */
    record Num(BigDecimal value) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** The null value, and what a missing member reads as. */
    enum Null implements Json {
        NULL
    }

    /** An empty object, to be filled with {@link Obj#with}. */
    static Obj obj() {
        return new Obj(Members.NONE);
    }

    static Str of(String value) {
        return new Str(value);
    }

    static Num of(long value) {
        return value >= 0 && value < Few.NUMBERS.length
                ? Few.NUMBERS[(int) value]
                : new Num(BigDecimal.valueOf(value));
    }

    static Bool of(boolean value) {
        return value ? Few.TRUE : Few.FALSE;
    }

    static Arr arr(Collection<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** An array of strings. */
    static Arr texts(Collection<String> values) {
        return new Arr(values.stream().<Json>map(Json::of).toList());
    }

    /** Values that are in every answer many times. */
    final class Few {
        private static final Bool TRUE = new Bool(true);
        private static final Bool FALSE = new Bool(false);
        private static final Num[] NUMBERS = new Num[1024];

        static {
            for (int i = 0; i < NUMBERS.length; i++) {
                NUMBERS[i] = new Num(BigDecimal.valueOf(i));
            }
        }

        private Few() {}
    }
}
