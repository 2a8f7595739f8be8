package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void anObjectKeepsItsMembersInOrderAndNobodyChangesThem() {
        Map<String, Json> given = new LinkedHashMap<>();
        given.put("b", Json.of(1));
        given.put("a", Json.of(2));
        Json.Obj object = new Json.Obj(given);
        given.put("c", Json.of(3));
        assertEquals(List.of("b", "a"), List.copyOf(object.members().keySet()));
        assertEquals(List.of("b=1", "a=2"), words(object));
        assertThrows(
                UnsupportedOperationException.class,
                () -> object.members().put("b", Json.of(true)));
        assertThrows(
                UnsupportedOperationException.class,
                () -> object.members().entrySet().iterator().next().setValue(Json.of(true)));
        assertThrows(UnsupportedOperationException.class, () -> object.members().remove("b"));
    }

    @Test
    void settingAMemberKeepsItsPlace() {
        Json.Obj object = Json.obj().with("a", 1).with("b", 2).with("a", 3);
        assertEquals(List.of("a=3", "b=2"), words(object));
        assertEquals(
                List.of("a=3", "b=4", "c=5"),
                words(object.with(Json.obj().with("c", 5).with("b", 4))));
    }

    /** Few members are looked for one after the other, many by their hash. */
    @Test
    void everyMemberIsFoundHoweverManyThereAre() {
        for (int count : new int[] {0, 1, 8, 9, 16, 17, 64, 1_000}) {
            Json.Obj object = Json.obj();
            Map<String, Json> same = new HashMap<>();
            for (int i = 0; i < count; i++) {
                object = object.with("m" + i, i);
                same.put("m" + i, Json.of(i));
            }
            for (int i = 0; i < count; i++) {
                assertEquals(i, object.number("m" + i).orElseThrow());
            }
            assertEquals(Json.Null.NULL, object.at("m" + count));
            assertEquals(new Json.Obj(same), object);
            assertEquals(new Json.Obj(same).hashCode(), object.hashCode());
            assertEquals(same, object.members());
            assertEquals(same.hashCode(), object.members().hashCode());
            assertNotEquals(object, object.with("m0", "other"));
        }
    }

    @Test
    void objectsAreMadeOneInsideTheOtherAndRefuseANameTwice() {
        ObjStack stack = new ObjStack();
        for (int row = 0; row < 3; row++) {
            stack.begin();
            assertTrue(stack.put("id", Json.of(row)));
            stack.begin();
            assertTrue(stack.put("x", Json.of(1)));
            assertFalse(stack.put("x", Json.of(2)));
            assertTrue(stack.put("in", stack.end()));
            assertTrue(row < 2 || stack.put("more", Json.of(true)));
            assertFalse(stack.put("id", Json.of(9)));
            Json.Obj made = stack.end();
            assertEquals(row, made.number("id").orElseThrow());
            assertEquals(Json.obj().with("x", 1), made.object("in"));
            assertEquals(row < 2 ? 2 : 3, made.members().size());
        }
        assertThrows(IllegalStateException.class, stack::end);
    }

    @Test
    void aNameTwiceIsFoundAmongVeryMany() {
        ObjStack stack = new ObjStack();
        stack.begin();
        for (int i = 0; i < 50_000; i++) {
            assertTrue(stack.put("n" + i, Json.of(i)));
        }
        assertFalse(stack.put("n0", Json.of(0)));
        assertFalse(stack.put("n49999", Json.of(0)));
        assertEquals(7, stack.end().number("n7").orElseThrow());
    }

    @Test
    void onlyWhatIsWantedIsKept() {
        Json.Obj tasks = Json.obj().with("web", Json.obj().with("mb", 5).with("noise", 1));
        Json row =
                Json.obj()
                        .with("id", "a")
                        .with("deep", Json.obj().with("kept", Json.texts(List.of("x"))))
                        .with("tasks", tasks)
                        .with("noise", "n");
        Wanted wanted = Wanted.of("id", "deep").with("tasks", Wanted.each(Wanted.of("mb")));
        Json.Obj kept =
                Json.obj()
                        .with("id", "a")
                        .with("deep", Json.obj().with("kept", Json.texts(List.of("x"))))
                        .with("tasks", Json.obj().with("web", Json.obj().with("mb", 5)));
        assertEquals(Json.arr(List.of(kept, kept)), wanted.of(Json.arr(List.of(row, row))));
        assertEquals(row, Wanted.ALL.of(row));
        assertEquals(kept, Wanted.paths("id deep/kept tasks/*/mb").of(row));
        assertEquals(Json.obj(), Wanted.paths("none/*").of(row));
    }

    /** Two rows alike in what is said to be the same: one value for both. */
    @Test
    void whatManyRowsHaveTheSameIsKeptOnce() {
        Wanted wanted = Wanted.paths("id =job/mb");
        Map<Json, Json> seen = new HashMap<>();
        Json.Obj one = Json.obj().with("id", "a").with("job", Json.obj().with("mb", 5000));
        Json.Obj other = Json.obj().with("id", "a").with("job", Json.obj().with("mb", 5000));
        Json.Obj first = wanted.shared(wanted.of(one), seen);
        Json.Obj second = wanted.shared(wanted.of(other), seen);
        assertEquals(one, first);
        assertSame(first.at("job"), second.at("job"));
        assertNotSame(first.at("id"), second.at("id"));
    }

    private static List<String> words(Json.Obj object) {
        List<String> words = new ArrayList<>();
        object.members()
                .forEach((name, value) -> words.add(name + "=" + ((Json.Num) value).value()));
        return words;
    }
}
